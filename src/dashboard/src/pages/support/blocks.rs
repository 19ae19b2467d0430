//! A page of Markdown as the API has read it, made into elements: no HTML that somebody wrote ever reaches the page.

use client::Api;
use contract::support_page::{Block, Piece};
use leptos::prelude::*;

/// The blocks, one below the other. Their topmost heading stands below that of the page.
pub fn blocks(blocks: &[Block], api: &Api) -> AnyView {
    blocks.iter().map(|one| block(one, api)).collect_view().into_any()
}

fn block(block: &Block, api: &Api) -> AnyView {
    match block {
        Block::Heading { level, text } => heading(*level, pieces(text, api)),
        Block::Paragraph(text) => view! { <p>{pieces(text, api)}</p> }.into_any(),
        Block::List { from, items } => {
            let items = items.iter().map(|item| view! { <li>{blocks(item, api)}</li> }).collect_view();
            match from {
                Some(from) => view! { <ol start=from.to_string()>{items}</ol> }.into_any(),
                None => view! { <ul>{items}</ul> }.into_any(),
            }
        }
        Block::Quote(inner) => view! { <blockquote>{blocks(inner, api)}</blockquote> }.into_any(),
        // Long lines are scrolled, which keys can do too.
        Block::Code(text) => view! { <pre tabindex="0"><code>{text.clone()}</code></pre> }.into_any(),
        Block::Table { head, rows } => table(head, rows, api),
        Block::Line => view! { <hr /> }.into_any(),
    }
}

fn heading(level: u8, text: AnyView) -> AnyView {
    match level {
        0 | 1 => view! { <h2>{text}</h2> }.into_any(),
        2 => view! { <h3>{text}</h3> }.into_any(),
        3 => view! { <h4>{text}</h4> }.into_any(),
        4 => view! { <h5>{text}</h5> }.into_any(),
        _ => view! { <h6>{text}</h6> }.into_any(),
    }
}

fn table(head: &[Vec<Piece>], rows: &[Vec<Vec<Piece>>], api: &Api) -> AnyView {
    let head = head.iter().map(|cell| view! { <th scope="col">{pieces(cell, api)}</th> }).collect_view();
    let row = |row: &Vec<Vec<Piece>>| {
        let cells = row.iter().map(|cell| view! { <td>{pieces(cell, api)}</td> }).collect_view();
        view! { <tr>{cells}</tr> }
    };
    let rows = rows.iter().map(row).collect_view();
    view! {
        <div class="support__table" tabindex="0">
            <table>
                <thead><tr>{head}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn pieces(pieces: &[Piece], api: &Api) -> AnyView {
    pieces.iter().map(|one| piece(one, api)).collect_view().into_any()
}

fn piece(piece: &Piece, api: &Api) -> AnyView {
    match piece {
        Piece::Text(text) => text.clone().into_any(),
        Piece::Strong(inner) => view! { <strong>{pieces(inner, api)}</strong> }.into_any(),
        Piece::Emphasis(inner) => view! { <em>{pieces(inner, api)}</em> }.into_any(),
        Piece::Code(text) => view! { <code>{text.clone()}</code> }.into_any(),
        Piece::Link { href, text } => {
            let text = pieces(text, api);
            let leaves = href.starts_with("http");
            view! {
                <a href=href.clone() target=leaves.then_some("_blank") rel="noopener noreferrer">{text}</a>
            }
            .into_any()
        }
        Piece::Image { id, alt } => {
            view! { <img src=api.image_address(id) alt=alt.clone() loading="lazy" /> }.into_any()
        }
        Piece::Break => view! { <br /> }.into_any(),
    }
}

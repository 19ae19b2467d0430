//! Reads a page of help: Markdown becomes blocks and pieces of text that the dashboard can show as they are. Nothing of what
//! somebody wrote is ever HTML: tags are text, links lead where a link of a page may lead, pictures are the account's own.

#[cfg(test)]
mod tests;

use contract::support_page::{Block, DEPTH, Piece, SupportPage};
use domain::branding::ImageId;
use domain::support::is_web_address;
use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag};

/// Most parts that are read. A table of many columns has more cells than it has characters.
const MOST_EVENTS: usize = 50_000;
/// Before the id of a picture, where its address would be.
const IMAGE: &str = "image:";

/// The page that Markdown is; `has_image` says which pictures there are.
pub fn read(markdown: &str, has_image: impl Fn(&ImageId) -> bool) -> SupportPage {
    let mut page = Page { open: vec![Frame::new(Open::Container(Container::Page), 0)], has_image };
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES).take(MOST_EVENTS) {
        page.take(event);
    }
    SupportPage { blocks: page.finish() }
}

/// What has begun and not ended.
struct Frame {
    open: Open,
    /// How many blocks and pieces it stands in, with itself if it is one.
    level: usize,
    blocks: Vec<Block>,
    pieces: Vec<Piece>,
}

enum Open {
    Container(Container),
    Line(Line),
    Table {
        head: Vec<Vec<Piece>>,
        rows: Vec<Vec<Vec<Piece>>>,
    },
    /// Of a table.
    Row {
        cells: Vec<Vec<Piece>>,
    },
    Code(String),
    Image {
        id: Option<ImageId>,
        alt: String,
    },
    /// What is not shown, with all that is in it.
    Nothing,
}

/// What blocks stand in.
enum Container {
    Page,
    Quote,
    List { from: Option<u64>, items: Vec<Vec<Block>> },
    Item,
}

/// What pieces stand in.
enum Line {
    Paragraph,
    /// A paragraph that nothing begins or ends: the text of an item.
    Bare,
    Heading(u8),
    Cell,
    Strong,
    Emphasis,
    Link(String),
    /// What has no look of its own, such as a link that leads nowhere.
    Plain,
}

struct Page<F> {
    /// The first is the page.
    open: Vec<Frame>,
    has_image: F,
}

impl Frame {
    fn new(open: Open, above: usize) -> Self {
        let level = above + usize::from(open.counts());
        Self { open, level, blocks: Vec::new(), pieces: Vec::new() }
    }
}

impl Open {
    /// Whether it becomes a block or a piece.
    fn counts(&self) -> bool {
        !matches!(
            self,
            Self::Container(Container::Page | Container::Item)
                | Self::Line(Line::Cell | Line::Plain)
                | Self::Row { .. }
                | Self::Nothing
        )
    }
}

impl<F: Fn(&ImageId) -> bool> Page<F> {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.begin(tag),
            Event::End(_) => {
                // The text of an item ends with the item.
                if self.is_bare() {
                    self.end();
                }
                self.end();
            }
            Event::Text(text) => self.text(&text),
            // Line by line.
            Event::Html(text) => {
                if self.open.last().is_some_and(|frame| !frame.pieces.is_empty()) {
                    self.piece(Piece::Break);
                }
                self.text(text.trim_end());
            }
            Event::InlineHtml(text) => self.text(&text),
            Event::Code(code) => match self.top() {
                Open::Image { alt, .. } => alt.push_str(&code),
                _ => self.piece(Piece::Code(code.into_string())),
            },
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => match self.top() {
                Open::Image { alt, .. } => alt.push(' '),
                _ => self.piece(Piece::Break),
            },
            Event::Rule => self.block(Block::Line),
            // Of extensions that are not read.
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.text(&text);
            }
            Event::TaskListMarker(_) => {}
        }
    }

    fn begin(&mut self, tag: Tag<'_>) {
        if !matches!(tag, Tag::Strong | Tag::Emphasis | Tag::Link { .. } | Tag::Image { .. })
            && self.is_bare()
        {
            self.end();
        }
        let open = match tag {
            // Of what stands in the text of a picture only the text counts.
            _ if matches!(self.top(), Open::Image { .. }) => Open::Image { id: None, alt: String::new() },
            Tag::Paragraph | Tag::HtmlBlock => Open::Line(Line::Paragraph),
            Tag::Heading { level, .. } => Open::Line(Line::Heading(number(level))),
            Tag::BlockQuote(_) => Open::Container(Container::Quote),
            Tag::CodeBlock(_) => Open::Code(String::new()),
            Tag::List(from) => Open::Container(Container::List { from, items: Vec::new() }),
            Tag::Item => Open::Container(Container::Item),
            Tag::Table(_) => Open::Table { head: Vec::new(), rows: Vec::new() },
            Tag::TableHead | Tag::TableRow => Open::Row { cells: Vec::new() },
            Tag::TableCell => Open::Line(Line::Cell),
            Tag::Strong => Open::Line(Line::Strong),
            Tag::Emphasis => Open::Line(Line::Emphasis),
            Tag::Link { link_type, dest_url, .. } => {
                Open::Line(address(link_type, &dest_url).map_or(Line::Plain, Line::Link))
            }
            Tag::Image { dest_url, .. } => Open::Image { id: self.image(&dest_url), alt: String::new() },
            _ => Open::Nothing,
        };
        if matches!(
            open,
            Open::Line(Line::Strong | Line::Emphasis | Line::Link(_) | Line::Plain) | Open::Image { .. }
        ) {
            self.want_line();
        }
        let fits = !matches!(self.top(), Open::Nothing) && (self.has_room() || !open.counts());
        self.push(if fits { open } else { Open::Nothing });
    }

    fn push(&mut self, open: Open) {
        let above = self.open.last().map_or(0, |frame| frame.level);
        self.open.push(Frame::new(open, above));
    }

    fn end(&mut self) {
        // The page itself ends when all is read.
        if self.open.len() < 2 {
            return;
        }
        let Some(Frame { open, blocks, pieces, .. }) = self.open.pop() else { return };
        match open {
            Open::Container(Container::Page) | Open::Nothing => {}
            Open::Container(Container::Quote) => self.block(Block::Quote(blocks)),
            Open::Container(Container::List { from, items }) => self.block(Block::List { from, items }),
            Open::Container(Container::Item) => {
                if let Open::Container(Container::List { items, .. }) = self.top() {
                    items.push(blocks);
                }
            }
            Open::Code(code) => self.block(Block::Code(code)),
            Open::Table { head, rows } => self.block(Block::Table { head, rows }),
            Open::Row { cells } => {
                if let Open::Table { head, rows } = self.top() {
                    // The first row is the head.
                    if head.is_empty() { *head = cells } else { rows.push(cells) }
                }
            }
            Open::Image { id: Some(id), alt } => self.piece(Piece::Image { id, alt }),
            Open::Image { id: None, alt } => self.text(&alt),
            Open::Line(Line::Paragraph | Line::Bare) => {
                if !pieces.is_empty() {
                    self.block(Block::Paragraph(pieces));
                }
            }
            Open::Line(Line::Heading(level)) => self.block(Block::Heading { level, text: pieces }),
            Open::Line(Line::Cell) => {
                if let Open::Row { cells } = self.top() {
                    cells.push(pieces);
                }
            }
            Open::Line(Line::Strong) => self.piece(Piece::Strong(pieces)),
            Open::Line(Line::Emphasis) => self.piece(Piece::Emphasis(pieces)),
            Open::Line(Line::Link(href)) => self.piece(Piece::Link { href, text: pieces }),
            Open::Line(Line::Plain) => pieces.into_iter().for_each(|piece| self.piece(piece)),
        }
    }

    fn finish(mut self) -> Vec<Block> {
        while self.open.len() > 1 {
            self.end();
        }
        self.open.pop().map(|page| page.blocks).unwrap_or_default()
    }

    /// What has begun last.
    fn top(&mut self) -> &mut Open {
        let last = self.open.len() - 1;
        &mut self.open[last].open
    }

    fn is_bare(&mut self) -> bool {
        matches!(self.top(), Open::Line(Line::Bare))
    }

    /// Whether one more block or piece can stand in what has begun last.
    fn has_room(&self) -> bool {
        self.open.last().is_some_and(|frame| frame.level < DEPTH)
    }

    /// Begins a paragraph where pieces stand among blocks.
    fn want_line(&mut self) {
        let among_blocks = matches!(self.top(), Open::Container(_));
        if among_blocks && self.has_room() {
            self.push(Open::Line(Line::Bare));
        }
    }

    fn block(&mut self, block: Block) {
        if self.is_bare() {
            self.end();
        }
        let has_room = self.has_room();
        if let Some(Frame { open: Open::Container(_), blocks, .. }) = self.open.last_mut()
            && has_room
        {
            blocks.push(block);
        }
    }

    fn piece(&mut self, piece: Piece) {
        self.want_line();
        let has_room = self.has_room();
        if let Some(Frame { open: Open::Line(_), pieces, .. }) = self.open.last_mut()
            && has_room
        {
            match (pieces.last_mut(), piece) {
                (Some(Piece::Text(text)), Piece::Text(more)) => text.push_str(&more),
                (_, piece) => pieces.push(piece),
            }
        }
    }

    fn text(&mut self, text: &str) {
        match self.top() {
            Open::Code(code) => code.push_str(text),
            Open::Image { alt, .. } => alt.push_str(text),
            _ if text.is_empty() => {}
            _ => self.piece(Piece::Text(text.to_owned())),
        }
    }

    /// The picture that an address names, if there is one.
    fn image(&self, address: &str) -> Option<ImageId> {
        let id = address.strip_prefix(IMAGE)?.parse().ok()?;
        (self.has_image)(&id).then_some(id)
    }
}

/// Where a link leads; `None` for one that must not be followed.
fn address(kind: LinkType, url: &str) -> Option<String> {
    if kind == LinkType::Email {
        return Some(format!("mailto:{url}"));
    }
    let (scheme, rest) = url.split_once(':')?;
    let url = format!("{}:{rest}", scheme.to_ascii_lowercase());
    let is_direct = ["mailto:", "tel:"].iter().any(|scheme| url.starts_with(scheme));
    let is_readable = !url.chars().any(|c| c.is_control() || c.is_whitespace());
    (is_web_address(&url) || (is_direct && is_readable)).then_some(url)
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

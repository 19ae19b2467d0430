//! A page of help as it is shown: Markdown that the API has read, so that no HTML ever reaches a browser.

use crate::wire;
use domain::branding::ImageId;

/// How deep blocks and pieces of text can stand in one another; what is deeper is left out.
pub const DEPTH: usize = 12;

wire! {
    /// `GET /support-page?host=`, `GET /me/support-page`, `POST /accounts/{id}/support/preview`
    pub struct SupportPage {
        pub blocks: Vec<Block>,
    }

    /// `POST /accounts/{id}/support/preview`: a page before it is kept.
    #[serde(deny_unknown_fields)]
    pub struct PageDraft {
        pub markdown: String,
    }

    /// A part of the page that stands by itself.
    #[serde(rename_all = "snake_case")]
    pub enum Block {
        Heading {
            /// 1 to 6
            level: u8,
            text: Vec<Piece>,
        },
        Paragraph(Vec<Piece>),
        List {
            /// What the first item is numbered; `null` for one without numbers.
            from: Option<u64>,
            #[cfg_attr(feature = "openapi", schema(no_recursion))]
            items: Vec<Vec<Block>>,
        },
        #[cfg_attr(feature = "openapi", schema(no_recursion))]
        Quote(Vec<Block>),
        /// As it is written.
        Code(String),
        Table {
            head: Vec<Vec<Piece>>,
            rows: Vec<Vec<Vec<Piece>>>,
        },
        Line,
    }

    /// A piece of a line.
    #[serde(rename_all = "snake_case")]
    pub enum Piece {
        Text(String),
        #[cfg_attr(feature = "openapi", schema(no_recursion))]
        Strong(Vec<Piece>),
        #[cfg_attr(feature = "openapi", schema(no_recursion))]
        Emphasis(Vec<Piece>),
        Code(String),
        Link {
            /// `https:`, `http:`, `mailto:` or `tel:`; others are shown as text.
            href: String,
            #[cfg_attr(feature = "openapi", schema(no_recursion))]
            text: Vec<Piece>,
        },
        Image {
            id: ImageId,
            /// What is to be seen on it; empty for one that says nothing.
            alt: String,
        },
        Break,
    }
}

//! The icons: strokes on a 16 by 16 grid, drawn for this project.

use leptos::prelude::*;

/// Which icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(dead_code, reason = "drawn as one set, of which not all are in use yet")]
pub enum IconName {
    Account,
    Activate,
    ArrowDown,
    ArrowUp,
    Bell,
    Cap,
    Category,
    Check,
    ChevronDown,
    ChevronRight,
    Close,
    Columns,
    Copy,
    Danger,
    Details,
    Diagnose,
    Edit,
    Export,
    External,
    Eye,
    Filter,
    Filters,
    Grip,
    Help,
    History,
    Import,
    Info,
    Link,
    Menu,
    Moon,
    More,
    Move,
    Overview,
    Ping,
    Plus,
    Refresh,
    Resume,
    Search,
    Settings,
    SignOut,
    Sim,
    Success,
    Sun,
    Suspend,
    Tag,
    Terminate,
    Trash,
    Undo,
    User,
    Users,
    Warning,
}

impl IconName {
    /// The strokes, as SVG path data.
    fn path(self) -> &'static str {
        match self {
            Self::Account => "M6 2.5h4v3H6zM2 10.5h4v3H2zM10 10.5h4v3h-4zM8 5.5V8M4 10.5V8h8v2.5",
            Self::Activate => "M8 2v5.5M4.6 4.2a5.2 5.2 0 1 0 6.8 0",
            Self::ArrowDown => "M8 3v10M4 9l4 4 4-4",
            Self::ArrowUp => "M8 13V3M4 7l4-4 4 4",
            Self::Bell => "M3.5 11.5h9l-1-1.8V7a3.5 3.5 0 0 0-7 0v2.7zM6.6 13.6h2.8",
            Self::Cap => "M2.5 12a6 6 0 1 1 11 0M8 9.5l2.6-3.4",
            Self::Category => "M2 4h4.2l1.4 1.6H14v7.4H2z",
            Self::Check => "M3.5 8.5l3 3 6-7",
            Self::ChevronDown => "M4 6l4 4 4-4",
            Self::ChevronRight => "M6 4l4 4-4 4",
            Self::Close => "M4 4l8 8M12 4l-8 8",
            Self::Columns => "M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10",
            Self::Copy => "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
            Self::Danger => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 5v3.6M8 11v.2",
            Self::Details => "M2.5 3h11v10h-11zM9.5 3v10",
            Self::Diagnose => "M1.5 8.5h3l1.8-4.5 3 8 1.8-3.5h3.4",
            Self::Edit => "M3 13l.6-2.8 7-7 2.2 2.2-7 7zM9.2 4.6l2.2 2.2",
            Self::Export => "M8 10V2.5M5 5.5l3-3 3 3M2.5 10v3.5h11V10",
            Self::External => "M9 3h4v4M13 3L7.5 8.5M11.5 9.5v3.5H3V4.5h3.5",
            Self::Eye => {
                "M1.5 8C3 5 5.3 3.5 8 3.5S13 5 14.5 8C13 11 10.7 12.5 8 12.5S3 11 1.5 8zM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6z"
            }
            Self::Filter => "M2 4h12M4.5 8h7M6.5 12h3",
            Self::Filters => "M2 3.5h12M4.5 7h7M6.5 10.5h3M11 10.5h3.5v3.5L12.8 13 11 14z",
            Self::Grip => "M6 4h.2M10 4h.2M6 8h.2M10 8h.2M6 12h.2M10 12h.2",
            Self::Help => {
                "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM6.2 6.4a1.8 1.8 0 1 1 2.5 1.7c-.5.2-.7.5-.7 1.1M8 11.3v.2"
            }
            Self::History => "M2.5 8a5.5 5.5 0 1 0 1.8-4.1L2.5 5.5M2.5 2.5v3h3M8 5v3.2l2.2 1.4",
            Self::Import => "M8 2.5V10M5 7l3 3 3-3M2.5 10v3.5h11V10",
            Self::Info => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 7.2v4M8 4.8V5",
            Self::Link => {
                "M6.8 9.2l2.4-2.4M7.5 4.8L9.3 3a2.6 2.6 0 0 1 3.7 3.7l-1.8 1.8M8.5 11.2L6.7 13A2.6 2.6 0 0 1 3 9.3l1.8-1.8"
            }
            Self::Menu => "M2.5 4h11M2.5 8h11M2.5 12h11",
            Self::Moon => "M13 9.6A5.6 5.6 0 0 1 6.4 3 5.6 5.6 0 1 0 13 9.6z",
            Self::More => "M3.4 8h.2M7.9 8h.2M12.4 8h.2",
            Self::Move => "M2 12.5v-9h4l1.4 1.6H14V7M7 10.5h6.5M11 8l2.5 2.5L11 13",
            Self::Overview => {
                "M2.5 2.5h4.6v6H2.5zM8.9 2.5h4.6v3.2H8.9zM2.5 10.3h4.6v3.2H2.5zM8.9 7.5h4.6v6H8.9z"
            }
            Self::Ping => {
                "M8 8v.1M5.4 10.6a3.7 3.7 0 0 1 0-5.2M10.6 5.4a3.7 3.7 0 0 1 0 5.2M3.4 12.6a6.5 6.5 0 0 1 0-9.2M12.6 3.4a6.5 6.5 0 0 1 0 9.2"
            }
            Self::Plus => "M8 3v10M3 8h10",
            Self::Refresh => "M13.5 8a5.5 5.5 0 1 1-1.8-4.1l1.8 1.6M13.5 2.5v3h-3",
            Self::Resume => "M5 3l8 5-8 5z",
            Self::Search => "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3l3.2 3.2",
            Self::Settings => {
                "M2 5h6M12 5h2M10 3.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6zM2 11h2M8 11h6M6 9.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6z"
            }
            Self::SignOut => "M9.5 5V2.5h-7v11h7V11M6 8h8M11.5 5.5L14 8l-2.5 2.5",
            Self::Sim => "M4 2h5l3.5 3.5V14H4zM6.2 8h4v3.8h-4zM8.2 8v3.8",
            Self::Success => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM5.3 8.2l2 2 3.4-4",
            Self::Sun => {
                "M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.5v1.2M8 13.3v1.2M1.5 8h1.2M13.3 8h1.2M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9"
            }
            Self::Suspend => "M5.5 3.5v9M10.5 3.5v9",
            Self::Tag => "M2.5 2.5h5L14 9l-5 5-6.5-6.5zM5.4 5.4v.1",
            Self::Terminate => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM3.8 3.8l8.4 8.4",
            Self::Trash => "M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.6 9h6.8l.6-9M6.7 7v4M9.3 7v4",
            Self::Undo => "M5.5 3L2.5 6l3 3M2.5 6h6.8a3.7 3.7 0 0 1 0 7.4H6",
            Self::User => "M8 2.5a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2zM2.8 13.5a5.2 5.2 0 0 1 10.4 0",
            Self::Users => {
                "M6 3a2.3 2.3 0 1 0 0 4.6A2.3 2.3 0 0 0 6 3zM1.5 13a4.5 4.5 0 0 1 9 0M10.4 3.2a2.3 2.3 0 0 1 0 4.2M12.2 9.4a4.5 4.5 0 0 1 2.3 3.6"
            }
            Self::Warning => "M8 2.2L14.5 13.5h-13zM8 6.5v3.2M8 11.6v.1",
        }
    }
}

/// An icon. It says nothing to a screen reader: the control it stands in has a name in words.
#[component]
pub fn Icon(name: IconName) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d=name.path() />
        </svg>
    }
}

//! What is said differently of tags and of categories.

use crate::t;
use domain::label::{Colour, LabelKind};

pub fn about(kind: LabelKind) -> String {
    match kind {
        LabelKind::Tag => t!("labels-about-tags"),
        LabelKind::Category => t!("labels-about-categories"),
    }
}

pub fn add(kind: LabelKind) -> String {
    match kind {
        LabelKind::Tag => t!("label-new-tag"),
        LabelKind::Category => t!("label-new-category"),
    }
}

pub fn none(kind: LabelKind) -> String {
    match kind {
        LabelKind::Tag => t!("labels-no-tags"),
        LabelKind::Category => t!("labels-no-categories"),
    }
}

/// The heading of the table, and of the tab.
pub fn plural(kind: LabelKind) -> String {
    match kind {
        LabelKind::Tag => t!("labels-tags"),
        LabelKind::Category => t!("labels-categories"),
    }
}

/// The name of a colour.
pub fn colour(colour: Colour) -> String {
    match colour {
        Colour::Red => t!("colour-red"),
        Colour::Orange => t!("colour-orange"),
        Colour::Yellow => t!("colour-yellow"),
        Colour::Green => t!("colour-green"),
        Colour::Teal => t!("colour-teal"),
        Colour::Blue => t!("colour-blue"),
        Colour::Indigo => t!("colour-indigo"),
        Colour::Purple => t!("colour-purple"),
        Colour::Pink => t!("colour-pink"),
        Colour::Brown => t!("colour-brown"),
    }
}

//! Whether an SVG is a drawing and nothing else. What is not known is refused, not taken out: a picture that was changed
//! would not be the one that somebody chose.

use contract::problem::FieldCode;
use roxmltree::{Attribute, Document, Error, Node, NodeType, ParsingOptions};
use std::collections::HashSet;

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Programs for drawing note there what means nothing to a browser.
const NOTES: [&str; 2] =
    ["http://www.inkscape.org/namespaces/inkscape", "http://sodipodi.sourceforge.net/DTD/sodipodi-0.0.dtd"];

/// Elements that draw, and nothing that runs, moves, leads elsewhere or brings other documents in.
const ELEMENTS: [&str; 31] = [
    "svg",
    "g",
    "defs",
    "symbol",
    "use",
    "title",
    "desc",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "text",
    "tspan",
    "linearGradient",
    "radialGradient",
    "stop",
    "clipPath",
    "mask",
    "style",
    "filter",
    "feBlend",
    "feColorMatrix",
    "feComposite",
    "feFlood",
    "feGaussianBlur",
    "feMerge",
    "feMergeNode",
    "feOffset",
];

/// Most nodes: more of them are no logo, only work for whoever looks at it.
const MOST_NODES: u32 = 20_000;

/// Refuses what is no SVG, and an SVG that is more than a drawing.
pub fn check(bytes: &[u8]) -> Result<(), FieldCode> {
    let text = std::str::from_utf8(bytes).map_err(|_| FieldCode::BadImage)?;
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|error| match error {
        // A document type can define entities, and entities can be anything.
        Error::DtdDetected if text.contains("<svg") => FieldCode::UnsafeImage,
        _ => FieldCode::BadImage,
    })?;
    if !document.root_element().has_tag_name((SVG, "svg")) {
        return Err(FieldCode::BadImage);
    }
    let harmless = document.descendants().all(is_harmless) && !multiplies(&document);
    if harmless { Ok(()) } else { Err(FieldCode::UnsafeImage) }
}

fn is_harmless(node: Node<'_, '_>) -> bool {
    match node.node_type() {
        NodeType::Root | NodeType::Comment => true,
        // Such as a reference to a style sheet.
        NodeType::PI => false,
        NodeType::Text => !is_style(node.parent()) || has_only_own_styles(node.text().unwrap_or_default()),
        NodeType::Element => {
            let name = node.tag_name();
            name.namespace() == Some(SVG)
                && ELEMENTS.contains(&name.name())
                // Its text would be in several pieces, of which none is wrong by itself.
                && (!is_style(Some(node)) || node.children().count() <= 1)
                && node.attributes().all(is_harmless_attribute)
        }
    }
}

fn is_style(node: Option<Node<'_, '_>>) -> bool {
    node.is_some_and(|node| node.has_tag_name((SVG, "style")))
}

fn is_harmless_attribute(attribute: Attribute<'_, '_>) -> bool {
    let name = attribute.name().to_ascii_lowercase();
    let refers = |value: &str| value.trim().starts_with('#');
    match attribute.namespace() {
        None if name == "href" => refers(attribute.value()),
        None => {
            !name.starts_with("on")
                && name != "src"
                && name != "base"
                && has_only_own_styles(attribute.value())
        }
        Some(XLINK) => name != "href" || refers(attribute.value()),
        Some(XML) => matches!(name.as_str(), "space" | "lang" | "id"),
        Some(other) => NOTES.contains(&other),
    }
}

/// Whether styles, or an attribute that may hold them, refer to nothing outside the picture.
fn has_only_own_styles(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    // With escapes and comments every word can be written so that nobody finds it.
    let plain = !text.contains('\\') && !text.contains("/*");
    let mut urls = text.split("url(").skip(1);
    plain
        && urls.all(|url| url.trim_start_matches([' ', '\t', '\n', '\r', '"', '\'']).starts_with('#'))
        && !["@import", "image(", "image-set(", "src(", "expression(", "javascript:", "-moz-binding"]
            .iter()
            .any(|word| text.contains(word))
}

/// Whether what `use` shows has `use` in it: a few lines of that draw a billion things.
fn multiplies(document: &Document<'_>) -> bool {
    let shown: HashSet<&str> = document
        .descendants()
        .filter(is_use)
        .flat_map(|node| node.attributes())
        .filter(|attribute| attribute.name() == "href")
        .map(|attribute| attribute.value().trim().trim_start_matches('#'))
        .collect();
    // Parents come before their children.
    let mut within = HashSet::new();
    document.descendants().any(|node| {
        let is_shown = node.attribute("id").is_some_and(|id| shown.contains(id));
        if is_shown || node.parent().is_some_and(|parent| within.contains(&parent.id())) {
            within.insert(node.id());
        }
        is_use(&node) && within.contains(&node.id())
    })
}

fn is_use(node: &Node<'_, '_>) -> bool {
    node.has_tag_name((SVG, "use"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(inside: &str) -> Result<(), FieldCode> {
        let svg = format!(
            r#"<?xml version="1.0"?><svg xmlns="{SVG}" xmlns:xlink="{XLINK}" viewBox="0 0 8 8">{inside}</svg>"#
        );
        check(svg.as_bytes())
    }

    #[test]
    fn drawings_are_taken() {
        for drawing in [
            "",
            r#"<title>Nordlicht</title><path d="M0 0h8v8z" fill="url(#a)" style="stroke: #123; fill: url('#a')"/>"#,
            r##"<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs>"##,
            r##"<symbol id="s"><circle r="2"/></symbol><use href="#s"/><use xlink:href="#s" x="4"/>"##,
            "<style>.a { fill: #7a1fa2; clip-path: url(#c) }</style><rect class=\"a\"/>",
            "<!-- made by hand --><text x=\"1\">Nordlicht<tspan>SIM</tspan></text>",
            r#"<g xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:label="Layer 1"/>"#,
        ] {
            assert_eq!(with(drawing), Ok(()), "{drawing}");
        }
    }

    #[test]
    fn whatever_is_more_than_a_drawing_is_refused() {
        for hostile in [
            "<script>alert(1)</script>",
            "<script href=\"https://evil.example/x.js\"/>",
            "<h:script xmlns:h=\"http://www.w3.org/1999/xhtml\">alert(1)</h:script>",
            "<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\"/></foreignObject>",
            "<path onload=\"alert(1)\"/>",
            "<path ONCLICK=\"alert(1)\"/>",
            "<a href=\"https://evil.example\"><path/></a>",
            "<a xlink:href=\"javascript:alert(1)\"><path/></a>",
            "<image href=\"https://evil.example/pixel.png\"/>",
            "<image href=\"data:image/svg+xml;base64,AAAA\"/>",
            "<use href=\"https://evil.example/#s\"/>",
            "<use xlink:href=\"data:image/svg+xml,x#s\"/>",
            "<use href=\"x.svg#s\"/>",
            "<animate attributeName=\"href\" values=\"javascript:alert(1)\"/>",
            "<set attributeName=\"onmouseover\" to=\"alert(1)\"/>",
            "<style>@import 'https://evil.example/x.css';</style>",
            "<style>path { fill: url(https://evil.example/#a) }</style>",
            "<style>path { fill: u\\72l(https://evil.example/#a) }</style>",
            "<style>path { fill: ur<!-- -->l(https://evil.example/#a) }</style>",
            "<style>path { background: image-set('https://evil.example/x' 1x) }</style>",
            "<path style=\"fill: URL( 'https://evil.example/#a')\"/>",
            "<path fill=\"url(//evil.example/#a)\"/>",
            "<path fill=\"url&#40;https://evil.example/#a)\"/>",
            "<g xml:base=\"https://evil.example/\"/>",
            "<g xmlns:ev=\"http://www.w3.org/2001/xml-events\" ev:event=\"load\"/>",
            "<filter><feImage href=\"#a\"/></filter>",
            "<iframe src=\"https://evil.example\"/>",
            "<?xml-stylesheet href=\"https://evil.example/x.css\"?>",
            r##"<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>"##,
            r##"<g id="a"><path/></g><g id="b"><use href="#a"/><use href="#a"/></g><use href="#b"/>"##,
        ] {
            assert_eq!(with(hostile), Err(FieldCode::UnsafeImage), "{hostile}");
        }
    }

    #[test]
    fn entities_are_refused_and_what_is_no_svg_is_no_picture() {
        let laughs = format!(
            "<!DOCTYPE svg [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><svg xmlns=\"{SVG}\"><text>&b;</text></svg>"
        );
        assert_eq!(check(laughs.as_bytes()), Err(FieldCode::UnsafeImage));
        for other in [
            "<!doctype html><html></html>",
            "<html xmlns=\"http://www.w3.org/1999/xhtml\"/>",
            "<svg/>",
            "<svg",
            "svg",
            "",
        ] {
            assert_eq!(check(other.as_bytes()), Err(FieldCode::BadImage), "{other}");
        }
        assert_eq!(check(b"\xff\xfe<svg/>"), Err(FieldCode::BadImage));
    }

    #[test]
    fn depth_and_size_do_no_harm() {
        let deep = format!("{}{}", "<g>".repeat(19_000), "</g>".repeat(19_000));
        assert_eq!(with(&deep), Ok(()));
        assert_eq!(with(&"<g/>".repeat(30_000)), Err(FieldCode::BadImage));
        assert!(with(&"<g>".repeat(100_000)).is_err());
    }
}

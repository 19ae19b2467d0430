//! The colours of a brand (PRODUCT.md §6): how well they can be read, measured as WCAG 2.2 does it, and shades of one
//! colour that can be read on light and on dark.

use color::{Oklab, Oklch, OpaqueColor, Srgb};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Contrast that text needs: WCAG 2.2, success criterion 1.4.3 (AA).
pub const READABLE: f64 = 4.5;

/// A colour of sRGB. Written as `#rrggbb`; `#rgb` is read as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
// `Colour` is one of tags, there.
#[cfg_attr(feature = "openapi", schema(as = BrandColour, value_type = String, pattern = "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"))]
pub struct Colour([u8; 3]);

/// What is written is no colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a colour is a # and three or six hexadecimal digits")]
pub struct NotAColour;

/// Two colours that cannot stand on each other.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
#[error("the contrast is {ratio}:1, and it takes {READABLE}:1")]
pub struct TooLittleContrast {
    /// Rounded down to hundredths, so that it never looks enough.
    pub ratio: f64,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    Light,
    Dark,
}

/// A shade that links and buttons can have, and what is written on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    pub colour: Colour,
    pub text: Colour,
}

/// The bar at the top of all pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = BrandHeader))]
pub struct Header {
    pub background: Colour,
    pub text: Colour,
}

impl Colour {
    pub const WHITE: Self = Self([255, 255, 255]);
    pub const BLACK: Self = Self([0, 0, 0]);

    fn exact(self) -> OpaqueColor<Srgb> {
        OpaqueColor::new(self.0.map(|part| f32::from(part) / 255.0))
    }

    /// The nearest one, for components that are in sRGB or hardly outside.
    fn nearest(colour: OpaqueColor<Srgb>) -> Self {
        let color::Rgba8 { r, g, b, .. } = colour.to_rgba8();
        Self([r, g, b])
    }

    /// How well one can be read on the other, from 1 (not at all) to 21 (black on white).
    pub fn contrast(self, other: Self) -> f64 {
        let light = |colour: Self| f64::from(colour.exact().relative_luminance()) + 0.05;
        let (one, other) = (light(self), light(other));
        one.max(other) / one.min(other)
    }

    /// Whichever of white and black can be read better on it.
    pub fn text_on(self) -> Self {
        match Self::WHITE.contrast(self) >= Self::BLACK.contrast(self) {
            true => Self::WHITE,
            false => Self::BLACK,
        }
    }

    /// So much of it in another one, as `color-mix(in oklab, …)` does it.
    fn mixed(self, share: f32, into: Self) -> Self {
        let (this, into) = (self.exact().convert::<Oklab>(), into.exact().convert::<Oklab>());
        Self::nearest(into.lerp_rect(this, share).convert())
    }

    /// The same hue, as bright as is wished (0 to 1), and as colourful as sRGB allows.
    fn of_lightness(self, lightness: f32) -> Self {
        let [_, chroma, hue] = self.exact().convert::<Oklch>().components;
        let with = |share: f32| OpaqueColor::<Oklch>::new([lightness, chroma * share, hue]).convert::<Srgb>();
        let fits =
            |colour: &OpaqueColor<Srgb>| colour.components.iter().all(|part| (-0.001..=1.001).contains(part));
        if fits(&with(1.0)) {
            return Self::nearest(with(1.0));
        }
        let (mut inside, mut outside) = (0.0, 1.0);
        for _ in 0..STEPS {
            let between = (inside + outside) / 2.0;
            match fits(&with(between)) {
                true => inside = between,
                false => outside = between,
            }
        }
        Self::nearest(with(inside))
    }
}

/// Halvings until two shades are the same.
const STEPS: u32 = 16;

impl FromStr for Colour {
    type Err = NotAColour;

    fn from_str(text: &str) -> Result<Self, NotAColour> {
        let digits = text.trim().strip_prefix('#').ok_or(NotAColour)?;
        let digits: Option<Vec<u8>> =
            digits.chars().map(|digit| digit.to_digit(16).and_then(|digit| digit.try_into().ok())).collect();
        match *digits.ok_or(NotAColour)?.as_slice() {
            [r, g, b] => Ok(Self([r, g, b].map(|digit| digit * 17))),
            [r, r2, g, g2, b, b2] => Ok(Self([r * 16 + r2, g * 16 + g2, b * 16 + b2])),
            _ => Err(NotAColour),
        }
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self([r, g, b]) = self;
        write!(formatter, "#{r:02x}{g:02x}{b:02x}")
    }
}

impl TryFrom<String> for Colour {
    type Error = NotAColour;

    fn try_from(text: String) -> Result<Self, NotAColour> {
        text.parse()
    }
}

impl From<Colour> for String {
    fn from(colour: Colour) -> Self {
        colour.to_string()
    }
}

impl Scheme {
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// What text stands on: `--color-surface`, `--color-canvas` and `--color-raised` of `style/tokens.css`.
    fn surfaces(self) -> [Colour; 3] {
        match self {
            Self::Light => [Colour([255, 255, 255]), Colour([245, 247, 245]), Colour([251, 252, 251])],
            Self::Dark => [Colour([21, 27, 24]), Colour([15, 20, 18]), Colour([29, 37, 33])],
        }
    }

    /// How much of the accent is in what it stands on softly (`--color-accent-soft`).
    fn share_in_soft(self) -> f32 {
        match self {
            Self::Light => 0.12,
            Self::Dark => 0.18,
        }
    }

    /// The shade that is closest to a brand's colour and can be read wherever an accent stands; the colour itself where it
    /// can.
    pub fn accent(self, brand: Colour) -> Accent {
        let [mut near, ..] = brand.exact().convert::<Oklch>().components;
        let mut colour = brand;
        if !self.is_readable(brand) {
            let mut far = match self {
                Self::Light => 0.0,
                Self::Dark => 1.0,
            };
            colour = brand.of_lightness(far);
            for _ in 0..STEPS {
                let between = (near + far) / 2.0;
                let shade = brand.of_lightness(between);
                match self.is_readable(shade) {
                    true => (far, colour) = (between, shade),
                    false => near = between,
                }
            }
        }
        Accent { colour, text: colour.text_on() }
    }

    fn is_readable(self, accent: Colour) -> bool {
        let surfaces = self.surfaces();
        let soft = accent.mixed(self.share_in_soft(), surfaces[0]);
        surfaces.into_iter().chain([soft]).all(|under| accent.contrast(under) >= READABLE)
    }
}

impl Header {
    /// Whether the text can be read on the background.
    pub fn check(self) -> Result<Self, TooLittleContrast> {
        let contrast = self.text.contrast(self.background);
        match contrast >= READABLE {
            true => Ok(self),
            false => Err(TooLittleContrast { ratio: (contrast * 100.0).floor() / 100.0 }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn colour(text: &str) -> Colour {
        text.parse().expect("a colour")
    }

    #[test]
    fn colours_are_read_and_written() {
        assert_eq!(colour("#1b6b47").to_string(), "#1b6b47");
        assert_eq!(colour(" #FA0 ").to_string(), "#ffaa00");
        for wrong in ["", "#", "1b6b47", "#12", "#12345", "#1234567", "#ggg", "red", "#١٢٣"] {
            assert_eq!(wrong.parse::<Colour>(), Err(NotAColour), "{wrong}");
        }
    }

    /// Values of the WCAG's own definition.
    #[test]
    fn contrast_is_that_of_the_wcag() {
        let ratio = |one, other| (colour(one).contrast(colour(other)) * 100.0).round() / 100.0;
        assert_eq!(ratio("#000", "#fff"), 21.0);
        assert_eq!(ratio("#767676", "#ffffff"), 4.54);
        assert_eq!(ratio("#777777", "#ffffff"), 4.48);
        assert_eq!(ratio("#0000ff", "#ffffff"), 8.59);
    }

    #[test]
    fn the_surfaces_are_those_of_the_style() {
        let tokens = include_str!("../../../style/tokens.css");
        for (at, name) in ["surface", "canvas", "raised"].into_iter().enumerate() {
            let (light, dark) = (Scheme::Light.surfaces()[at], Scheme::Dark.surfaces()[at]);
            let line = format!("--color-{name}: light-dark({light}, {dark});");
            assert!(tokens.contains(&line), "{line}");
        }
    }

    #[test]
    fn a_readable_colour_stays_and_another_one_keeps_its_hue() {
        assert_eq!(Scheme::Light.accent(colour("#1b6b47")).colour, colour("#1b6b47"));
        assert_eq!(Scheme::Light.accent(colour("#1b6b47")).text, Colour::WHITE);
        let yellow = colour("#ffd400");
        let Accent { colour: shade, .. } = Scheme::Light.accent(yellow);
        let hue = |colour: Colour| colour.exact().convert::<Oklch>().components[2];
        assert!((hue(shade) - hue(yellow)).abs() < 6.0, "{shade}");
        assert_eq!(Scheme::Dark.accent(yellow), Accent { colour: yellow, text: Colour::BLACK });
    }

    #[test]
    fn a_header_that_cannot_be_read_is_refused_with_the_ratio() {
        let header = |background, text| Header { background: colour(background), text: colour(text) };
        assert!(header("#1b6b47", "#fff").check().is_ok());
        assert_eq!(header("#fff", "#777").check(), Err(TooLittleContrast { ratio: 4.47 }));
    }

    prop_compose! {
        fn colours()(parts in any::<[u8; 3]>()) -> Colour { Colour(parts) }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(colour in colours()) {
            prop_assert_eq!(colour.to_string().parse(), Ok(colour));
        }

        #[test]
        fn contrast_is_the_same_both_ways(one in colours(), other in colours()) {
            prop_assert_eq!(one.contrast(other), other.contrast(one));
            prop_assert!((1.0..=21.01).contains(&one.contrast(other)));
        }

        #[test]
        fn text_can_be_read_on_every_colour(colour in colours()) {
            prop_assert!(colour.text_on().contrast(colour) >= READABLE);
        }

        #[test]
        fn every_brand_gets_an_accent_that_can_be_read(brand in colours()) {
            for scheme in Scheme::ALL {
                let Accent { colour, text } = scheme.accent(brand);
                prop_assert!(scheme.is_readable(colour), "{brand} became {colour}");
                prop_assert!(text.contrast(colour) >= READABLE, "{text} on {colour}");
            }
        }
    }
}

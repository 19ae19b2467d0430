//! Pictures that people upload: what they are is said by their bytes, and by nothing that comes along.

mod svg;

use contract::branding::Image;
use contract::problem::FieldCode;
use domain::branding::{IMAGE_PIXELS, ImageId};
use imagesize::ImageType;
use sha2::{Digest as _, Sha256};

/// A picture that can be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub id: ImageId,
    pub media_type: &'static str,
    /// Width and height in pixels; `None` for an SVG, which fits any size.
    pub size: Option<(u32, u32)>,
}

impl Picture {
    /// What there is to know of a picture's bytes.
    pub fn read(bytes: &[u8]) -> Result<Self, FieldCode> {
        let (media_type, size) = match imagesize::image_type(bytes) {
            Ok(ImageType::Png) => ("image/png", Some(size(bytes)?)),
            Ok(ImageType::Jpeg) => ("image/jpeg", Some(size(bytes)?)),
            Ok(ImageType::Webp) => ("image/webp", Some(size(bytes)?)),
            Ok(ImageType::Gif) => ("image/gif", Some(size(bytes)?)),
            _ => {
                svg::check(bytes)?;
                ("image/svg+xml", None)
            }
        };
        Ok(Self { id: id(bytes).ok_or(FieldCode::BadImage)?, media_type, size })
    }

    /// As the wire tells it.
    pub fn told(&self) -> Image {
        let (width, height) = self.size.unzip();
        Image { id: self.id.clone(), media_type: self.media_type.to_owned(), width, height }
    }
}

fn size(bytes: &[u8]) -> Result<(u32, u32), FieldCode> {
    let size = imagesize::blob_size(bytes).map_err(|_| FieldCode::BadImage)?;
    let pixels = |count: usize| {
        u32::try_from(count).ok().filter(|_| (1..=IMAGE_PIXELS).contains(&count)).ok_or(FieldCode::BadImage)
    };
    Ok((pixels(size.width)?, pixels(size.height)?))
}

fn id(bytes: &[u8]) -> Option<ImageId> {
    let digits: String = Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The beginning of a PNG, which is all that tells its size.
    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        bytes.extend(width.to_be_bytes());
        bytes.extend(height.to_be_bytes());
        bytes.extend([8, 6, 0, 0, 0, 0, 0, 0, 0]);
        bytes
    }

    fn gif(width: u16, height: u16) -> Vec<u8> {
        [b"GIF89a".as_slice(), &width.to_le_bytes(), &height.to_le_bytes(), &[0, 0, 0, 0x3b]].concat()
    }

    #[test]
    fn the_bytes_say_what_it_is() {
        let of = |bytes: &[u8]| Picture::read(bytes).map(|picture| (picture.media_type, picture.size));
        assert_eq!(of(&png(120, 40)), Ok(("image/png", Some((120, 40)))));
        assert_eq!(of(&gif(16, 16)), Ok(("image/gif", Some((16, 16)))));
        let svg = br#"<svg xmlns="http://www.w3.org/2000/svg"/>"#;
        assert_eq!(of(svg), Ok(("image/svg+xml", None)));
        let other_kinds = [b"BM".as_slice(), b"%PDF-1.7", b"II*\0", b"\0\0\x01\0", b"hello", b"", b"\x89PNG"];
        for other in other_kinds {
            assert_eq!(of(other), Err(FieldCode::BadImage), "{other:?}");
        }
    }

    #[test]
    fn it_is_neither_empty_nor_huge() {
        let most = u32::try_from(IMAGE_PIXELS).unwrap();
        assert!(Picture::read(&png(most, 1)).is_ok());
        for (width, height) in [(most + 1, 1), (1, most + 1), (0, 1), (1, 0), (u32::MAX, u32::MAX)] {
            assert_eq!(Picture::read(&png(width, height)), Err(FieldCode::BadImage));
        }
    }

    proptest! {
        /// Whatever follows the first bytes.
        #[test]
        fn reading_never_panics(kind in 0..5_usize, rest in prop::collection::vec(any::<u8>(), 0..200)) {
            let starts = [b"\x89PNG\r\n\x1a\n".as_slice(), b"\xff\xd8\xff\xe0", b"RIFF\0\0\0\0WEBPVP8", b"GIF89a", b"<svg"];
            drop(Picture::read(&[starts[kind], rest.as_slice()].concat()));
        }
    }

    #[test]
    fn the_same_bytes_are_the_same_picture() {
        let id = |bytes: &[u8]| Picture::read(bytes).unwrap().id;
        assert_eq!(id(&png(2, 2)), id(&png(2, 2)));
        assert_ne!(id(&png(2, 2)), id(&png(2, 3)));
    }
}

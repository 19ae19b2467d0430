//! A QR code, black on white in every theme: cameras expect it so.

use fast_qr::{ECL, QRBuilder};
use leptos::prelude::*;

/// Modules of white that a camera needs around the code.
const QUIET: usize = 4;

/// Draws the text as a QR code; nothing when it is too long for one.
#[component]
pub fn QrCode(text: String, #[prop(into)] label: Signal<String>) -> impl IntoView {
    QRBuilder::new(text).ecl(ECL::M).build().ok().map(|code| {
        let size = code.size;
        let path = path(size, |row, column| code[row][column].value());
        let full = size + 2 * QUIET;
        view! {
            <svg
                class="qr-code"
                viewBox=format!("0 0 {full} {full}")
                role="img"
                aria-label=move || label.get()
                shape-rendering="crispEdges"
            >
                <rect width=full height=full fill="#ffffff" />
                <path d=path fill="#000000" />
            </svg>
        }
    })
}

/// The dark modules as a path: one bar for each run of them.
fn path(size: usize, is_dark: impl Fn(usize, usize) -> bool) -> String {
    let mut path = String::new();
    for row in 0..size {
        let mut column = 0;
        while column < size {
            let length = (column..size).take_while(|&column| is_dark(row, column)).count();
            if length > 0 {
                path += &format!("M{} {}h{length}v1h-{length}z", column + QUIET, row + QUIET);
            }
            column += length.max(1);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_dark_modules_become_bars() {
        let dark = [[true, true, false], [false, false, false], [true, false, true]];
        assert_eq!(path(3, |row, column| dark[row][column]), "M4 4h2v1h-2zM4 6h1v1h-1zM6 6h1v1h-1z");
    }

    #[test]
    fn an_address_fits_into_a_code() {
        let uri = format!("otpauth://totp/{}?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "%C3%BC".repeat(100));
        assert!(QRBuilder::new(uri).ecl(ECL::M).build().is_ok());
    }
}

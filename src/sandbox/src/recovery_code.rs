//! Recovery codes: what somebody signs in with who has no authenticator app at hand.

use sha2::{Digest as _, Sha256};

/// Crockford's Base32: no letter that reads like a digit or another one.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Characters of a code: 80 bits, so that hashing it once is enough.
const LENGTH: usize = 16;
/// Characters between hyphens.
const GROUP: usize = 4;

/// A code without its hyphens.
pub struct RecoveryCode([u8; LENGTH]);

impl RecoveryCode {
    /// A new one.
    pub fn random() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; LENGTH];
        getrandom::fill(&mut bytes)?;
        Ok(Self(bytes.map(|byte| ALPHABET[usize::from(byte) % ALPHABET.len()])))
    }

    /// The one that somebody typed; `None` for what cannot be one.
    pub fn read(typed: &str) -> Option<Self> {
        let mut code = Vec::with_capacity(LENGTH);
        for typed in typed.chars().filter(|c| !c.is_whitespace() && *c != '-') {
            let read = match typed.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let byte = u8::try_from(read).ok().filter(|byte| ALPHABET.contains(byte))?;
            code.push(byte);
            if code.len() > LENGTH {
                return None;
            }
        }
        code.try_into().ok().map(Self)
    }

    /// As it is shown.
    pub fn text(&self) -> String {
        let groups: Vec<String> =
            self.0.chunks(GROUP).map(|group| group.iter().map(|&byte| char::from(byte)).collect()).collect();
        groups.join("-")
    }

    /// What is kept of it.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::new().chain_update(b"recovery code").chain_update(self.0).finalize().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = RecoveryCode(*b"01ABCDEFGHJKMNPQ");
        assert_eq!(code.text(), "01AB-CDEF-GHJK-MNPQ");
        for typed in ["01AB-CDEF-GHJK-MNPQ", " oIab cdef ghjk mnpq ", "OLABCDEFGHJKMNPQ"] {
            assert_eq!(RecoveryCode::read(typed).map(|read| read.hash()), Some(code.hash()));
        }
        for other in
            ["", "01AB-CDEF-GHJK-MNP", "01AB-CDEF-GHJK-MNPQ0", "01AB-CDEF-GHJK-MNPU", "ÄÖÜ", "123456"]
        {
            assert!(RecoveryCode::read(other).is_none(), "{other}");
        }
    }

    #[test]
    fn no_two_are_the_same() {
        let texts: std::collections::HashSet<String> =
            (0..100).map(|_| RecoveryCode::random().unwrap().text()).collect();
        assert_eq!(texts.len(), 100);
    }
}

//! Codes of authenticator apps (RFC 6238): six digits, thirty seconds, HMAC-SHA-1.

use anyhow::{Context, anyhow};
use domain::time::Timestamp;
use totp_rs::{Builder, Secret, Totp};

/// Bytes of a secret, as RFC 4226 recommends.
const SECRET_BYTES: usize = 20;
/// Seconds for which a code is shown.
const STEP: u64 = 30;
/// So many codes before and after the current one are taken: clocks differ, and typing takes time.
const WINDOW: u16 = 1;

/// What an authenticator app and the sandbox both know. Never written anywhere but to the database.
pub struct Authenticator(Totp);

impl Authenticator {
    /// One with a new secret.
    pub fn random() -> anyhow::Result<Self> {
        let mut secret = [0; SECRET_BYTES];
        getrandom::fill(&mut secret).map_err(|error| anyhow!("no random numbers: {error}"))?;
        Self::of(&secret)
    }

    /// The one with this secret.
    pub fn of(secret: &[u8]) -> anyhow::Result<Self> {
        let totp = Builder::new()
            .with_secret(Secret::new(secret.into()))
            .with_step_duration(STEP)
            .with_skew(WINDOW)
            .build();
        totp.map(Self).context("a secret of the wrong length")
    }

    /// The secret, to be kept.
    pub fn secret(&self) -> &[u8] {
        self.0.secret().as_bytes()
    }

    /// The secret as it is typed.
    pub fn text(&self) -> String {
        self.0.secret().to_base32()
    }

    /// What a QR code tells the app: whose codes these are, and of what.
    pub fn uri(&self, issuer: &str, name: &str) -> String {
        let (issuer, name) = (escaped(issuer), escaped(name));
        format!(
            "otpauth://totp/{issuer}:{name}?secret={}&issuer={issuer}&algorithm=SHA1&digits=6&period={STEP}",
            self.text()
        )
    }

    /// The step that a code belongs to, if it can be taken now and is later than the last one that was.
    pub fn step(&self, code: &str, last: u64, now: Timestamp) -> Option<u64> {
        let digits: String = code.chars().filter(|c| !c.is_whitespace()).collect();
        self.0.check(&digits, u64::from(now.unix())).filter(|&step| step > last)
    }
}

/// What may stand anywhere in an address.
fn escaped(text: &str) -> String {
    text.bytes().fold(String::new(), |mut escaped, byte| {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                escaped.push(char::from(byte));
            }
            _ => escaped.push_str(&format!("%{byte:02X}")),
        }
        escaped
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_unix(seconds)
    }

    #[test]
    fn the_codes_of_the_rfc() {
        // RFC 6238, appendix B, the last six of its eight digits.
        let authenticator = Authenticator::of(b"12345678901234567890").unwrap();
        for (seconds, code) in [(59, "287082"), (1_111_111_109, "081804"), (2_000_000_000, "279037")] {
            assert_eq!(authenticator.step(code, 0, at(seconds)), Some(seconds as u64 / STEP));
        }
    }

    #[test]
    fn a_code_is_taken_one_step_early_or_late_and_only_once() {
        let authenticator = Authenticator::of(b"12345678901234567890").unwrap();
        let taken = |seconds: i64, last| authenticator.step("081 804", last, at(1_111_111_109 + seconds));
        let step = 1_111_111_109 / STEP;
        for seconds in [-30, 0, 30] {
            assert_eq!(taken(seconds, step - 1), Some(step));
            assert_eq!(taken(seconds, step), None);
        }
        assert_eq!((taken(-60, 0), taken(60, 0)), (None, None));
        for other in ["", "81804", "0818040", "O81804", "081805", "०८१८०४"] {
            assert_eq!(authenticator.step(other, 0, at(1_111_111_109)), None);
        }
    }

    #[test]
    fn the_address_names_issuer_and_user() {
        let uri = Authenticator::of(b"12345678901234567890").unwrap().uri("Ümlaut & Co", "a+b@c.example");
        assert_eq!(
            uri,
            "otpauth://totp/%C3%9Cmlaut%20%26%20Co:a%2Bb%40c.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\
             &issuer=%C3%9Cmlaut%20%26%20Co&algorithm=SHA1&digits=6&period=30"
        );
    }
}

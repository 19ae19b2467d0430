//! What the sandbox mails: it writes mails as files into its data folder.

use crate::stage::Stage;
use crate::wait;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// The pages that mailed links lead to.
const PAGES: [&str; 3] = ["/invitation/", "/password-reset/", "/email-confirmation/"];

impl Stage {
    /// Where the link leads in the latest of so many mails to an address, origin left out.
    #[track_caller]
    pub fn mailed_link(&self, to: &str, count: usize) -> String {
        let folder = self.data().join("mail");
        let mails = wait::until(wait::PATIENCE, || Some(mails(&folder, to)).filter(|it| it.len() >= count));
        let mails = mails.unwrap_or_else(|| panic!("in vain waited for {count} mails to {to}"));
        let mail = &mails[count - 1];
        let at = PAGES.iter().find_map(|page| mail.find(page)).unwrap_or_else(|| panic!("no link in {mail}"));
        mail[at..].chars().take_while(|it| it.is_ascii_alphanumeric() || "-_/".contains(*it)).collect()
    }

    /// The latest of so many mails to an address, readable.
    #[track_caller]
    pub fn mail(&self, to: &str, count: usize) -> String {
        let folder = self.data().join("mail");
        // Mails about SIMs wait for a wave to pass.
        let patience = 2 * wait::PATIENCE;
        let mails = wait::until(patience, || Some(mails(&folder, to)).filter(|it| it.len() >= count));
        mails.unwrap_or_else(|| panic!("in vain waited for {count} mails to {to}")).swap_remove(count - 1)
    }

    /// How many mails have gone to an address.
    pub fn mails_to(&self, to: &str) -> usize {
        mails(&self.data().join("mail"), to).len()
    }
}

/// The mails to an address, the oldest first.
fn mails(folder: &Path, to: &str) -> Vec<String> {
    let mut mails: Vec<(SystemTime, String)> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|file| file.path().extension().is_some_and(|end| end == "eml"))
        .filter_map(|file| {
            Some((file.metadata().ok()?.modified().ok()?, fs::read_to_string(file.path()).ok()?))
        })
        // Ends with its last boundary when it is written completely.
        .filter(|(_, mail)| {
            let addressed = [format!("<{to}>"), format!("To: {to}\r\n")];
            addressed.iter().any(|it| mail.contains(it)) && mail.trim_end().ends_with("--")
        })
        .collect();
    mails.sort();
    // Quoted-printable, as far as links and plain letters need it.
    mails.into_iter().map(|(_, mail)| mail.replace("=\r\n", "").replace("=3D", "=")).collect()
}

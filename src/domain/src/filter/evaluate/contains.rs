//! What contains a text: the tests that are made while somebody types.

use super::address::PartOfAddress;
use super::searched;
use crate::bitmap::Bitmap;
use crate::estate::Estate;
use crate::filter::TextField;

/// So many quick searches are kept, each with a bit for every row.
const MOST: usize = 8;

/// The rows among some whose field contains a text, whatever its case.
pub fn containing(estate: &Estate, field: TextField, text: &str, among: &Bitmap) -> Bitmap {
    if text.is_empty() {
        return among.clone();
    }
    match field {
        TextField::Iccid => estate.iccid.containing(text, among),
        TextField::Imsi => estate.imsi.containing(text, among),
        TextField::Msisdn => estate.msisdn.containing(text, among),
        TextField::Imei => estate.imei.containing(text, among),
        TextField::Ip => {
            let Some(part) = PartOfAddress::new(text) else { return Bitmap::none(among.len()) };
            among.filtered(|row| {
                u32::try_from(row).ok().and_then(|row| estate.ip(row)).is_some_and(|ip| part.is_in(ip))
            })
        }
        TextField::Label => estate.label.containing(&text.to_lowercase(), among),
        TextField::Note => estate.note.containing(&text.to_lowercase(), among),
    }
}

/// Quick searches of one estate with their answers. Whoever goes on typing looks among the rows that had the text so far,
/// and whoever takes a letter back is given what was found before.
#[derive(Clone, Debug, Default)]
pub struct KeptSearches {
    /// Each text contains the one before it.
    answers: Vec<Answer>,
    /// What [`Estate::revision`] was.
    revision: u64,
}

#[derive(Clone, Debug)]
struct Answer {
    /// In lower case.
    text: String,
    rows: Bitmap,
}

impl KeptSearches {
    /// The rows that contain a text in one of the fields of the quick search.
    pub fn rows(&mut self, text: &str, estate: &Estate) -> Bitmap {
        let text = text.trim().to_lowercase();
        let changed = |answer: &Answer| answer.rows.len() != estate.len();
        if self.revision != estate.revision() || self.answers.last().is_some_and(changed) {
            self.answers.clear();
            self.revision = estate.revision();
        }
        while self.answers.pop_if(|answer| !text.contains(&answer.text)).is_some() {}
        if let Some(answer) = self.answers.last().filter(|answer| answer.text == text) {
            return answer.rows.clone();
        }
        // A longer text is looked for in the same fields or in fewer, so it is nowhere else.
        let mut left = self.answers.last().map_or_else(|| Bitmap::all(estate.len()), |it| it.rows.clone());
        let mut rows = Bitmap::none(estate.len());
        for &field in searched(&text) {
            let found = containing(estate, field, &text, &left);
            left.subtract(&found);
            rows.unite(&found);
        }
        if self.answers.len() == MOST {
            self.answers.remove(0);
        }
        self.answers.push(Answer { text, rows: rows.clone() });
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estate::batch::Batch;
    use crate::estate::tests::{any_sim, estate};
    use crate::sim::Sim;
    use proptest::prelude::*;

    #[derive(Clone, Debug)]
    enum Act {
        Type(char),
        TakeBack,
        Change(Box<Sim>),
    }

    fn any_act() -> impl Strategy<Value = Act> {
        let char = proptest::sample::select("0123456789.abÄ ".chars().collect::<Vec<_>>());
        prop_oneof![
            4 => char.prop_map(Act::Type),
            2 => Just(Act::TakeBack),
            1 => any_sim().prop_map(|sim| Act::Change(Box::new(sim))),
        ]
    }

    proptest! {
        #[test]
        fn what_is_kept_changes_no_answer(
            sims in proptest::collection::vec(any_sim(), 0..80), acts in proptest::collection::vec(any_act(), 1..40),
        ) {
            let mut estate = estate(&sims);
            let (mut kept, mut text) = (KeptSearches::default(), String::new());
            for act in acts {
                match act {
                    Act::Type(char) => text.push(char),
                    Act::TakeBack => drop(text.pop()),
                    Act::Change(sim) => {
                        let mut batch = Batch::default();
                        batch.push(&sim);
                        estate.append(&batch).expect("a batch built by push fits together");
                    }
                }
                prop_assert_eq!(kept.rows(&text, &estate), KeptSearches::default().rows(&text, &estate), "{}", text);
            }
        }
    }
}

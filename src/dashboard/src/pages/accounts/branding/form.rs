//! The form: what is typed, what is wrong with it, and saving it over what was seen.

use super::{conflict, fields, preview};
use crate::behaviour::branding_draft::{Draft, Part, Wrong};
use crate::pages::saving::{Outcome, Saving};
use crate::state::account_choice::{AccountChoice, NotSaved};
use crate::t;
use crate::text::{self, format};
use crate::ui::button::{Button, ButtonVariant};
use client::Error;
use contract::branding::AccountBranding;
use domain::brand::READABLE;
use domain::branding::{Branding, Fault};
use leptos::prelude::*;

/// The pointers of what is said at a field.
const FIELDS: &[&str] =
    &["/product_name", "/logo", "/favicon", "/accent", "/header", "/mail_sender", "/mail_footer", "/hosts"];

/// What the parts of the form share.
#[derive(Clone, Copy)]
pub struct BrandingForm {
    pub choice: AccountChoice<AccountBranding>,
    pub draft: RwSignal<Draft>,
    /// What the draft was made from.
    base: RwSignal<Draft>,
    /// What others have changed differently meanwhile.
    pub conflicts: RwSignal<Vec<Part>>,
    /// Whether somebody tried to save: from then on what is wrong is said.
    tried: RwSignal<bool>,
    pub saving: Saving,
}

impl BrandingForm {
    /// To be called when the choice is known.
    pub fn new(choice: AccountChoice<AccountBranding>) -> Self {
        let seen = untrack(|| own(choice));
        Self {
            choice,
            draft: RwSignal::new(seen.clone()),
            base: RwSignal::new(seen),
            conflicts: RwSignal::new(Vec::new()),
            tried: RwSignal::new(false),
            saving: Saving::new(),
        }
    }

    pub fn view(self) -> impl IntoView {
        let changed = Memo::new(move |_| self.draft.with(|draft| self.base.with(|base| draft != base)));
        let unchanged = Signal::derive(move || (!changed.get()).then(|| t!("choice-unchanged")));
        view! {
            <form
                class="branding__form"
                novalidate
                aria-label=move || t!("branding-title")
                on:submit=move |event| {
                    event.prevent_default();
                    self.save();
                }
            >
                {fields::fields(self)}
                <div class="branding__foot">
                    {conflict::notice(self)}
                    <Outcome saving=self.saving done=Signal::derive(|| t!("branding-saved")) fields=FIELDS />
                    <div class="branding__acts">
                        <Button
                            variant=ButtonVariant::Primary
                            submit=true
                            busy=self.saving.busy()
                            disabled_reason=unchanged
                        >
                            {move || t!("choice-save")}
                        </Button>
                        <Button on_press=Callback::new(move |()| self.discard()) disabled_reason=unchanged>
                            {move || t!("choice-discard")}
                        </Button>
                    </div>
                </div>
            </form>
            {preview::preview(self)}
        }
    }

    /// What the account would have.
    pub fn result(self) -> Branding {
        let own = self.draft.with(Draft::readable);
        own.over(self.inherited())
    }

    /// What it has where it chooses nothing.
    pub fn inherited(self) -> Branding {
        self.choice.seen().with(|seen| seen.as_ref().map(|seen| seen.inherited.clone()).unwrap_or_default())
    }

    /// The text of a part.
    pub fn text(self, part: Part) -> Signal<String> {
        Signal::derive(move || self.draft.with(|draft| draft.get(part).to_owned()))
    }

    /// Takes in another text.
    pub fn edit(self, part: Part) -> Callback<String> {
        Callback::new(move |text| self.set(part, text))
    }

    pub fn set(self, part: Part, text: String) {
        self.draft.update(|draft| draft.set(part, text));
        self.saving.edited();
    }

    /// What is wrong with a part, in words.
    pub fn error(self, part: Part) -> Signal<Option<String>> {
        Signal::derive(move || {
            let refused = self.saving.error().with(|error| refusal(error.as_deref()?, part));
            let wrong = || self.draft.with(Draft::wrong).into_iter().find(|(at, _)| *at == part);
            refused.or_else(|| self.tried.get().then(wrong).flatten().map(|(_, wrong)| words(wrong)))
        })
    }

    fn save(self) {
        self.tried.set(true);
        if self.draft.with_untracked(|draft| !draft.wrong().is_empty()) || !self.saving.begin() {
            return;
        }
        let own = self.draft.with_untracked(Draft::readable);
        self.choice.scope.spawn(async move {
            match self.choice.save(own).await {
                Ok(()) => {
                    self.adopt();
                    self.saving.end(Ok(()));
                }
                Err(NotSaved::Failed(error)) => self.saving.end(Err(error)),
                Err(NotSaved::Stale) => {
                    self.saving.pause();
                    self.take_in();
                }
            }
        });
    }

    /// Takes in what others have made of it. Where nobody else changed the same, it is saved at once.
    fn take_in(self) {
        let now = untrack(|| own(self.choice));
        let before = self.base.get_untracked();
        let both = self.draft.try_update(|draft| draft.take_in(&before, &now)).unwrap_or_default();
        self.base.set(now);
        let none = both.is_empty();
        self.conflicts.set(both);
        if none {
            self.save();
        }
    }

    /// Decides for what the others have, or for what is typed here, and saves that.
    pub fn decide(self, theirs: bool) {
        if theirs {
            let now = self.base.get_untracked();
            for part in self.conflicts.get_untracked() {
                self.draft.update(|draft| draft.set(part, now.get(part).to_owned()));
            }
        }
        self.conflicts.set(Vec::new());
        self.save();
    }

    /// What others have in a part.
    pub fn theirs(self, part: Part) -> String {
        self.base.with(|base| base.get(part).to_owned())
    }

    fn discard(self) {
        self.conflicts.set(Vec::new());
        self.saving.edited();
        self.adopt();
    }

    fn adopt(self) {
        let now = untrack(|| own(self.choice));
        self.base.set(now.clone());
        self.draft.set(now);
        self.tried.set(false);
    }
}

fn own(choice: AccountChoice<AccountBranding>) -> Draft {
    choice.seen().with(|seen| seen.as_ref().map(|seen| Draft::of(&seen.own)).unwrap_or_default())
}

/// What the API says about a part.
fn refusal(error: &Error, part: Part) -> Option<String> {
    let found = error.field_errors().iter().find(|error| part.is_at(&error.pointer))?;
    Some(text::field_problem(found.code))
}

fn words(wrong: Wrong) -> String {
    match wrong {
        Wrong::NotAColour => t!("branding-not-a-colour"),
        Wrong::OtherColourMissing => t!("branding-other-colour-missing"),
        Wrong::Fault(Fault::TooLittleContrast) => {
            t!("branding-too-little-contrast", least = format::ratio(READABLE))
        }
        Wrong::Fault(fault) => text::field_problem(fault.into()),
    }
}

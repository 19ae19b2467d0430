//! The form: which way, what belongs to it, and saving it over what was seen.

use super::{fields, preview};
use crate::behaviour::support_draft::{Field, SupportDraft, Way};
use crate::pages::saving::{Outcome, Saving};
use crate::state::account_choice::{AccountChoice, NotSaved};
use crate::t;
use crate::text;
use crate::ui::button::{Button, ButtonVariant};
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::segmented::Segmented;
use contract::branding::AccountSupport;
use leptos::prelude::*;

/// The pointers of what is said at a field.
const FIELDS: &[&str] = &[
    "/support/page/markdown",
    "/support/address/url",
    "/support/contact/name",
    "/support/contact/phone",
    "/support/contact/email",
    "/support/contact/hours",
    "/support/contact/note",
];

/// What the parts of the form share.
#[derive(Clone, Copy)]
pub struct SupportForm {
    pub choice: AccountChoice<AccountSupport>,
    pub draft: RwSignal<SupportDraft>,
    /// Whether others have chosen something else meanwhile.
    stale: RwSignal<bool>,
    /// Whether somebody tried to save: from then on what is wrong is said.
    tried: RwSignal<bool>,
    saving: Saving,
}

impl SupportForm {
    /// To be called when the choice is known.
    pub fn new(choice: AccountChoice<AccountSupport>) -> Self {
        Self {
            choice,
            draft: RwSignal::new(untrack(|| own(choice))),
            stale: RwSignal::new(false),
            tried: RwSignal::new(false),
            saving: Saving::new(),
        }
    }

    pub fn view(self) -> impl IntoView {
        let changed = Memo::new(move |_| self.draft.with(SupportDraft::choice) != own(self.choice).choice());
        let unchanged = Signal::derive(move || (!changed.get()).then(|| t!("choice-unchanged")));
        let ways = Signal::derive(|| Way::ALL.map(|way| (way, way_name(way))).to_vec());
        let choose = Callback::new(move |way| {
            self.draft.update(|draft| draft.way = way);
            self.tried.set(false);
            self.saving.edited();
        });
        view! {
            <form
                class="branding__form"
                novalidate
                aria-label=move || t!("support-title")
                on:submit=move |event| {
                    event.prevent_default();
                    self.save();
                }
            >
                <Segmented
                    label=Signal::derive(|| t!("support-way"))
                    options=ways
                    value=Signal::derive(move || self.draft.with(|draft| draft.way))
                    on_change=choose
                />
                {fields::fields(self)}
                <div class="branding__foot">
                    {self.conflict()}
                    <Outcome saving=self.saving done=Signal::derive(|| t!("support-saved")) fields=FIELDS />
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

    /// The text of a field.
    pub fn text(self, field: Field) -> Signal<String> {
        Signal::derive(move || self.draft.with(|draft| draft.get(field).to_owned()))
    }

    /// Takes in another text.
    pub fn edit(self, field: Field) -> Callback<String> {
        Callback::new(move |text| {
            self.draft.update(|draft| draft.set(field, text));
            self.saving.edited();
        })
    }

    /// What is wrong with a field, in words.
    pub fn error(self, field: Field) -> Signal<Option<String>> {
        Signal::derive(move || {
            let refused = self.saving.field(&format!("/support{}", field.pointer()));
            let wrong = || self.draft.with(SupportDraft::wrong).into_iter().find(|(at, _)| *at == field);
            refused
                .or_else(|| self.tried.get().then(wrong).flatten().map(|(_, fault)| fault.into()))
                .map(text::field_problem)
        })
    }

    fn conflict(self) -> impl IntoView {
        move || {
            self.stale.get().then(|| {
                let ways = move || (own(self.choice).way, self.draft.with(|draft| draft.way));
                view! {
                    <Notice kind=NoticeKind::Warning>
                        <p>{move || t!("choice-changed-meanwhile")}</p>
                        <dl class="conflict">
                            <dt>{move || t!("theirs")}</dt><dd>{move || way_name(ways().0)}</dd>
                            <dt>{move || t!("yours")}</dt><dd>{move || way_name(ways().1)}</dd>
                        </dl>
                        <Button on_press=Callback::new(move |()| self.discard())>
                            {move || t!("keep-theirs")}
                        </Button>
                        <Button variant=ButtonVariant::Primary on_press=Callback::new(move |()| self.save())>
                            {move || t!("apply-mine")}
                        </Button>
                    </Notice>
                }
            })
        }
    }

    fn save(self) {
        self.tried.set(true);
        if self.draft.with_untracked(|draft| !draft.wrong().is_empty()) || !self.saving.begin() {
            return;
        }
        self.stale.set(false);
        let choice = self.draft.with_untracked(SupportDraft::choice);
        self.choice.scope.spawn(async move {
            match self.choice.save(choice).await {
                Ok(()) => {
                    self.discard();
                    self.saving.end(Ok(()));
                }
                Err(NotSaved::Failed(error)) => self.saving.end(Err(error)),
                Err(NotSaved::Stale) => {
                    self.saving.pause();
                    self.stale.set(true);
                }
            }
        });
    }

    /// Back to what the account has.
    fn discard(self) {
        self.draft.set(untrack(|| own(self.choice)));
        self.stale.set(false);
        self.tried.set(false);
        self.saving.edited();
    }
}

fn own(choice: AccountChoice<AccountSupport>) -> SupportDraft {
    choice.seen().with(|seen| SupportDraft::of(seen.as_ref().and_then(|seen| seen.own.as_ref())))
}

fn way_name(way: Way) -> String {
    match way {
        Way::Above => t!("support-way-above"),
        Way::Page => t!("support-way-page"),
        Way::Address => t!("support-way-address"),
        Way::Contact => t!("support-way-contact"),
    }
}

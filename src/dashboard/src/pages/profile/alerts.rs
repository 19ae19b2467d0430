//! Whether the person is told about alerts. Chosen here it takes effect at once.

use super::own::OwnProfile;
use super::section::Section;
use crate::pages::saving::{Outcome, Saving};
use crate::t;
use crate::ui::switch::Switch;
use contract::me::ProfilePatch;
use contract::problem::ProblemCode;
use leptos::prelude::*;

#[component]
pub fn Alerts(own: OwnProfile) -> impl IntoView {
    let saving = Saving::new();
    // What was wished and is not answered yet.
    let wished = RwSignal::new(None::<bool>);
    let on = Signal::derive(move || wished.get().unwrap_or_else(|| own.alerts()));
    let change = Callback::new(move |on: bool| {
        if !saving.begin() {
            return;
        }
        wished.set(Some(on));
        let patch = ProfilePatch { alerts: Some(on), ..ProfilePatch::default() };
        own.scope.spawn(async move {
            let outcome = loop {
                match own.save(&patch).await {
                    // Whatever else has changed: of two states this is the one that is wished.
                    Err(error) if error.code() == Some(ProblemCode::Stale) => match own.read().await {
                        Ok(_) => {}
                        Err(error) => break Err(error),
                    },
                    outcome => break outcome,
                }
            };
            wished.set(None);
            saving.end(outcome);
        });
    });
    view! {
        <Section
            title=Signal::derive(|| t!("profile-alerts-title"))
            about=Signal::derive(|| t!("profile-alerts-about"))
        >
            <div class="profile__form">
                <Switch label=Signal::derive(|| t!("profile-alerts")) on=on on_change=change />
                <Outcome saving done=Signal::derive(|| t!("profile-alerts-saved")) />
            </div>
        </Section>
    }
}

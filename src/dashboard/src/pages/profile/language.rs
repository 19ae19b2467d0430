//! The language: chosen here it takes effect at once and is stored.

use super::section::Section;
use crate::pages::language_choice::LanguageChoice;
use crate::pages::saving::Done;
use crate::state::config::use_config;
use crate::state::session::use_session;
use crate::t;
use crate::text;
use crate::ui::button::Button;
use crate::ui::field::SelectField;
use crate::ui::notice::{Notice, NoticeKind};
use leptos::prelude::*;

#[component]
pub fn LanguageSection() -> impl IntoView {
    let (session, config) = (use_session(), use_config());
    let choice = LanguageChoice::new();
    let languages = config.languages.clone();
    let options = {
        let languages = languages.clone();
        Signal::derive(move || {
            let named = languages.iter().map(|language| (language.tag().to_owned(), language.name()));
            std::iter::once((String::new(), t!("profile-language-browser"))).chain(named).collect::<Vec<_>>()
        })
    };
    let stored = Memo::new(move |_| session.user().and_then(|user| user.language).unwrap_or_default());
    view! {
        <Section
            title=Signal::derive(|| t!("profile-language-title"))
            about=Signal::derive(|| t!("profile-language-about"))
        >
            <div class="profile__form">
                <SelectField
                    label=Signal::derive(|| t!("language"))
                    options=options
                    value=stored
                    on_change=Callback::new(move |tag: String| {
                        choice.choose(languages.iter().find(|language| language.tag() == tag).cloned());
                    })
                />
                <Done is_done=choice.is_done() text=Signal::derive(|| t!("profile-language-saved")) />
                {move || choice.failure().map(|error| view! {
                    <Notice kind=NoticeKind::Danger>
                        <p>{t!("not-saved")} " " {text::problem(&error)}</p>
                        <Button busy=choice.busy() on_press=Callback::new(move |()| choice.again())>
                            {move || t!("app-retry")}
                        </Button>
                    </Notice>
                })}
            </div>
        </Section>
    }
}

//! The root of the app: settings and hosts that live as long as the page, and the router inside the shell.

use crate::pages::accounts::ManagedAccounts;
use crate::pages::help::HelpPage;
use crate::pages::history::HistoryPage;
use crate::pages::labels::LabelsOfAccounts;
use crate::pages::not_found::NotFound;
use crate::pages::operations::{OneOperationPage, Operations};
use crate::pages::overview::OverviewOfAccount;
use crate::pages::profile::ProfilePage;
use crate::pages::shell::Shell;
use crate::pages::sims::Sims;
use crate::pages::start::Start;
use crate::pages::support::SupportPage;
use crate::state::{base, settings};
use crate::ui::later::Later;
use crate::ui::{self, Hosts};
use leptos::prelude::*;
use leptos_router::components::{Redirect, Route, Router, Routes};
use leptos_router::path;

#[component]
pub fn App() -> impl IntoView {
    settings::provide();
    ui::provide();
    view! {
        <Start>
            <Router base=base::path()>
                <Shell>
                    <Later frames=1>
                        <Routes fallback=NotFound>
                            <Route path=path!("/") view=|| view! { <Redirect path="/sims"/> }/>
                            <Route path=path!("/sims/:id?/:part?") view=Sims/>
                            <Route path=path!("/operations") view=Operations/>
                            <Route path=path!("/operations/:id") view=OneOperationPage/>
                            <Route path=path!("/overview") view=OverviewOfAccount/>
                            <Route path=path!("/profile") view=ProfilePage/>
                            <Route path=path!("/accounts/:id?") view=ManagedAccounts/>
                            <Route path=path!("/tags") view=LabelsOfAccounts/>
                            <Route path=path!("/history") view=HistoryPage/>
                            <Route path=path!("/help") view=HelpPage/>
                            <Route path=path!("/support") view=SupportPage/>
                        </Routes>
                    </Later>
                </Shell>
            </Router>
        </Start>
        <Hosts/>
    }
}

use super::*;
use crate::account::tests::account;
use proptest::prelude::*;

/// 1 > 2 > 4, 1 > 3
fn tree() -> AccountTree {
    AccountTree::new(vec![
        account(1, None, "Northgate"),
        account(2, Some(1), "Alpine"),
        account(3, Some(1), "Lakeside"),
        account(4, Some(2), "Depot"),
    ])
}

/// What the users of account 2 see.
fn alpine() -> AccountTree {
    AccountTree::new(vec![account(2, None, "Alpine"), account(4, Some(2), "Depot")])
}

fn outside(email: &str, cause: Cause, account: u32) -> Candidate {
    let source = Source { cause, account_id: AccountId(account), recipient_id: Some(RecipientId(account)) };
    Candidate { email: email.to_owned(), user: None, source }
}

fn user(email: &str, account: u32) -> Candidate {
    let source = Source { cause: Cause::OptIn, account_id: AccountId(account), recipient_id: None };
    let reader = Reader { id: account, name: format!("Of {account}"), language: None };
    Candidate { email: email.to_owned(), user: Some(reader), source }
}

#[test]
fn each_address_is_told_once_for_all_its_causes() {
    let told = told([
        user("ops@alpine.example", 2),
        outside("Ops@Alpine.example", Cause::AllSims, 2),
        outside("ops@alpine.example", Cause::ThisSim, 2),
        outside("noc@northgate.example", Cause::AllSims, 1),
    ]);
    let emails: Vec<&str> = told.iter().map(|one| one.email.as_str()).collect();
    assert_eq!(emails, ["noc@northgate.example", "ops@alpine.example"]);
    let causes: Vec<Cause> = told[1].sources.iter().map(|source| source.cause).collect();
    assert_eq!(causes, [Cause::ThisSim, Cause::AllSims, Cause::OptIn]);
    assert_eq!(told[1].user.as_ref().unwrap().name, "Of 2");
}

#[test]
fn of_accounts_above_only_the_number_is_shown() {
    let told = told([
        outside("noc@northgate.example", Cause::AllSims, 1),
        user("boss@northgate.example", 1),
        outside("ops@alpine.example", Cause::AllSims, 2),
        // Above it is a user's; to Alpine it is an address.
        outside("shared@northgate.example", Cause::ThisSim, 2),
        user("shared@northgate.example", 1),
    ]);
    let (shown, above) = shown(told, &alpine());
    let emails: Vec<&str> = shown.iter().map(|one| one.email.as_str()).collect();
    assert_eq!((emails, above), (vec!["ops@alpine.example", "shared@northgate.example"], 2));
    assert!(shown.iter().all(|one| one.user.is_none() && one.sources.len() == 1));
}

#[test]
fn nobody_of_a_disabled_account_or_below_it_is_told() {
    let line = |enabled: [bool; 3]| {
        let line: Vec<_> = (1..).map(AccountId).zip(enabled).collect();
        listening(&line).map(|account| account.0).collect::<Vec<_>>()
    };
    assert_eq!(line([true, true, true]), [1, 2, 3]);
    assert_eq!(line([true, false, true]), [1]);
    assert_eq!(line([true, true, false]), [1, 2]);
}

#[test]
fn a_move_keeps_what_the_new_account_can_have() {
    let set =
        [(RecipientId(1), AccountId(1)), (RecipientId(2), AccountId(2)), (RecipientId(4), AccountId(4))];
    let left = |scope: &AccountTree, to: u32, keep: bool| {
        left_behind(&set, scope, AccountId(to), keep).iter().map(|id| id.0).collect::<Vec<_>>()
    };
    assert_eq!(left(&tree(), 2, true), [4]);
    assert_eq!(left(&tree(), 3, true), [2, 4]);
    assert_eq!(left(&tree(), 3, false), [1, 2, 4]);
    // Whoever does not see the account above cannot take its address away.
    assert_eq!(left(&alpine(), 2, true), [4]);
    assert_eq!(left(&alpine(), 2, false), [2, 4]);
}

proptest! {
    #[test]
    fn whoever_is_told_is_shown_or_counted(
        found in proptest::collection::vec((0u8..6, 1u32..5, 0usize..3), 0..20)
    ) {
        let candidates: Vec<Candidate> = found.iter().map(|&(name, account, cause)| match Cause::ALL[cause] {
            Cause::OptIn => user(&format!("{name}@a.example"), account),
            cause => outside(&format!("{name}@a.example"), cause, account),
        }).collect();
        let all = told(candidates.clone());
        let addresses: std::collections::HashSet<_> = candidates.iter().map(|one| &one.email).collect();
        prop_assert_eq!(all.len(), addresses.len());
        let causes: usize = all.iter().map(|one| one.sources.len()).sum();
        prop_assert!(causes <= candidates.len() && all.iter().all(|one| !one.sources.is_empty()));
        let (visible, above) = shown(all.clone(), &alpine());
        prop_assert_eq!(visible.len() + above as usize, all.len());
        for one in visible {
            prop_assert!(one.sources.iter().all(|source| [2, 4].contains(&source.account_id.0)));
        }
        prop_assert_eq!(shown(all.clone(), &tree()), (all, 0));
    }

    #[test]
    fn a_move_and_back_leaves_the_addresses_as_they_were(
        from in 1u32..5, to in 1u32..5, keep: bool, owners in proptest::collection::vec(1u32..5, 0..6)
    ) {
        let tree = tree();
        let set: Vec<Owned> = owners.iter().enumerate()
            .map(|(id, &owner)| (RecipientId(id as u32), AccountId(owner)))
            .filter(|(_, owner)| tree.is_within(AccountId(from), *owner)).collect();
        let lost = left_behind(&set, &tree, AccountId(to), keep);
        let owned: Vec<Owned> = set.iter().filter(|(id, _)| lost.contains(id)).copied().collect();
        prop_assert!(set.iter().filter(|(id, _)| !lost.contains(id)).all(|(_, owner)| tree.is_within(AccountId(to), *owner)));
        prop_assert_eq!(brought_back(&owned, &tree, AccountId(from)), lost);
    }
}

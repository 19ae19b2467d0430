//! A filter while it is built by hand: a tree of groups and conditions, of which some are not complete yet.

mod condition;
mod field;

pub use condition::{Condition, Mistake, MistakeKind, NO, YES};
pub use field::{Field, Input, Operator, Test};

use domain::filter::{DEEPEST, Filter};
use std::collections::BTreeMap;

/// A group or a condition of a [`Draft`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub u32);

/// How many of the parts of a group have to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matches {
    All,
    Any,
    /// Not one of them.
    None,
    /// Not all of them together.
    NotAll,
}

impl Matches {
    pub const ALL: [Self; 4] = [Self::All, Self::Any, Self::None, Self::NotAll];
}

/// Several parts, read together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    pub matches: Matches,
    pub parts: Vec<NodeId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Node {
    Group(Group),
    Condition(Condition),
}

/// The tree. Its root is a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    nodes: BTreeMap<NodeId, Node>,
    next: u32,
}

/// Deepest nesting that can be built here; a deeper filter of an address can still be shown.
const DEEPEST_GROUP: usize = 6;

impl Draft {
    pub const ROOT: NodeId = NodeId(0);

    /// The draft that says this filter.
    pub fn read(filter: &Filter) -> Self {
        let mut draft = Self { nodes: BTreeMap::new(), next: Self::ROOT.0 + 1 };
        draft.replace(filter);
        draft
    }

    /// Says another filter. Its parts are new ones, so that nothing that was typed into the old ones stays.
    pub fn replace(&mut self, filter: &Filter) {
        self.nodes.clear();
        self.nodes.insert(Self::ROOT, Node::Group(Group { matches: Matches::All, parts: Vec::new() }));
        match group_of(filter) {
            Some((matches, parts)) if condition_of(filter).is_none() => {
                self.group_mut(Self::ROOT).matches = matches;
                parts.iter().for_each(|part| self.read_into(Self::ROOT, part));
            }
            _ => self.read_into(Self::ROOT, filter),
        }
    }

    fn read_into(&mut self, group: NodeId, filter: &Filter) {
        let id = match (condition_of(filter), group_of(filter)) {
            (Some(condition), _) => self.add(Node::Condition(condition)),
            (None, Some((matches, parts))) => {
                let id = self.add(Node::Group(Group { matches, parts: Vec::new() }));
                parts.iter().for_each(|part| self.read_into(id, part));
                id
            }
            // Every filter is a condition or a group.
            (None, None) => return,
        };
        self.group_mut(group).parts.push(id);
    }

    fn add(&mut self, node: Node) -> NodeId {
        let id = NodeId(self.next);
        self.next += 1;
        self.nodes.insert(id, node);
        id
    }

    fn group_mut(&mut self, id: NodeId) -> &mut Group {
        match self.nodes.get_mut(&id) {
            Some(Node::Group(group)) => group,
            _ => unreachable!("groups are never made into conditions"),
        }
    }

    /// The group with this id.
    pub fn group(&self, id: NodeId) -> Option<&Group> {
        match self.nodes.get(&id) {
            Some(Node::Group(group)) => Some(group),
            _ => None,
        }
    }

    /// The condition with this id.
    pub fn condition(&self, id: NodeId) -> Option<&Condition> {
        match self.nodes.get(&id) {
            Some(Node::Condition(condition)) => Some(condition),
            _ => None,
        }
    }

    /// Changes a condition.
    pub fn change(&mut self, id: NodeId, change: impl FnOnce(&mut Condition)) {
        if let Some(Node::Condition(condition)) = self.nodes.get_mut(&id) {
            change(condition);
        }
    }

    pub fn set_matches(&mut self, group: NodeId, matches: Matches) {
        if self.group(group).is_some() {
            self.group_mut(group).matches = matches;
        }
    }

    /// Adds an empty condition at the end of a group.
    pub fn add_condition(&mut self, group: NodeId) -> Option<NodeId> {
        self.group(group)?;
        let id = self.add(Node::Condition(Condition::on(Field::AccountName)));
        self.group_mut(group).parts.push(id);
        Some(id)
    }

    /// Adds a group with an empty condition at the end of a group; gives the condition.
    pub fn add_group(&mut self, group: NodeId) -> Option<NodeId> {
        let outer = self.group(group)?;
        // Inside "all", "any" is what one means by a group, and the other way round.
        let matches = if outer.matches == Matches::All { Matches::Any } else { Matches::All };
        let id = self.add(Node::Group(Group { matches, parts: Vec::new() }));
        self.group_mut(group).parts.push(id);
        self.add_condition(id)
    }

    /// Whether a group may have a group inside it.
    pub fn can_nest(&self, group: NodeId) -> bool {
        self.depth(group) < DEEPEST_GROUP
    }

    fn depth(&self, id: NodeId) -> usize {
        self.parent(id).map_or(1, |parent| 1 + self.depth(parent))
    }

    fn parent(&self, id: NodeId) -> Option<NodeId> {
        let is_parent = |node: &Node| matches!(node, Node::Group(group) if group.parts.contains(&id));
        self.nodes.iter().find(|(_, node)| is_parent(node)).map(|(&parent, _)| parent)
    }

    /// Takes a part out, with all inside it; gives the part that stands where it stood, or the one before.
    pub fn remove(&mut self, id: NodeId) -> Option<NodeId> {
        let parent = self.parent(id)?;
        let parts = &mut self.group_mut(parent).parts;
        let at = parts.iter().position(|&part| part == id)?;
        parts.remove(at);
        let neighbour = parts.get(at).or_else(|| parts.last()).copied();
        self.forget(id);
        neighbour
    }

    fn forget(&mut self, id: NodeId) {
        if let Some(Node::Group(group)) = self.nodes.remove(&id) {
            group.parts.into_iter().for_each(|part| self.forget(part));
        }
    }

    /// The filter that it says, or what is wrong with which conditions, in their order.
    pub fn write(&self) -> Result<Filter, Vec<(NodeId, Mistake)>> {
        let mut mistakes = Vec::new();
        let filter = self.filter(Self::ROOT, &mut mistakes).unwrap_or_default();
        if mistakes.is_empty() { Ok(filter) } else { Err(mistakes) }
    }

    /// The filter that its complete conditions say.
    pub fn complete(&self) -> Filter {
        self.filter(Self::ROOT, &mut Vec::new()).unwrap_or_default()
    }

    /// None for a group that says nothing.
    fn filter(&self, id: NodeId, mistakes: &mut Vec<(NodeId, Mistake)>) -> Option<Filter> {
        let group = match self.nodes.get(&id)? {
            Node::Condition(condition) => {
                return match condition.filter() {
                    Ok(filter) => Some(filter),
                    Err(mistake) => {
                        mistakes.push((id, mistake));
                        None
                    }
                };
            }
            Node::Group(group) => group,
        };
        let mut parts: Vec<Filter> =
            group.parts.iter().filter_map(|&part| self.filter(part, mistakes)).collect();
        let inner = match (parts.len(), group.matches) {
            (0, _) => return None,
            (1, _) => parts.remove(0),
            (_, Matches::All | Matches::NotAll) => Filter::All(parts),
            (_, Matches::Any | Matches::None) => Filter::Any(parts),
        };
        Some(match group.matches {
            Matches::All | Matches::Any => inner,
            Matches::None | Matches::NotAll => Filter::Not(Box::new(inner)),
        })
    }

    /// Whether there is only one condition in it, into which nothing has been entered.
    pub fn is_untouched(&self) -> bool {
        let parts = self.group(Self::ROOT).map(|group| group.parts.as_slice()).unwrap_or_default();
        let [only] = parts else { return false };
        self.condition(*only)
            .is_some_and(|condition| condition.values.iter().all(|value| value.trim().is_empty()))
    }
}

/// How the filter reads as a condition, if one says it.
fn condition_of(filter: &Filter) -> Option<Condition> {
    match filter {
        Filter::Not(inner) => Condition::read(inner, true),
        filter => Condition::read(filter, false),
    }
}

/// How the filter reads as a group; none for what can only be a condition.
fn group_of(filter: &Filter) -> Option<(Matches, &[Filter])> {
    const { assert!(DEEPEST_GROUP < DEEPEST) };
    match filter {
        Filter::All(parts) => Some((Matches::All, parts)),
        Filter::Any(parts) => Some((Matches::Any, parts)),
        Filter::Not(inner) => Some(match &**inner {
            Filter::All(parts) => (Matches::NotAll, parts),
            Filter::Any(parts) => (Matches::None, parts),
            inner => (Matches::None, std::slice::from_ref(inner)),
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What comes out of a draft that read this text.
    fn through(text: &str) -> String {
        let filter: Filter = text.parse().expect("reads");
        Draft::read(&filter).write().expect("complete").to_string()
    }

    #[test]
    fn a_filter_that_goes_through_a_draft_stays_the_same() {
        for text in [
            "everything",
            "status is blocked and account under 7",
            "account in (\"Alpine AG\", Brightwater)",
            "not account id 3",
            "status is active and last_seen not in last 30 days",
            "cap_used > 90%",
            "cap is empty",
            "not note is empty",
            "cap between 1GB and 5GB",
            "usage = 0B and not cap is empty",
            "tariff is NG-EU-500 or operator in (Alfa, Bravo)",
            "in_session is yes",
            "activated since 2026-11-01T00:00:00Z",
            "tag is A and not tag is B",
            "not (tag in (A, B) or category is empty)",
            "not (status is active and usage > 1GB)",
            "not usage > 1GB",
            "status is alerted and (account contains \"Alpine\" or (in_session is no and search \"10.0\"))",
            "imei in (\"1\", \"2\", \"3\")",
            "iccid starts with 8944",
        ] {
            let filter: Filter = text.parse().expect("reads");
            assert_eq!(through(text), filter.to_string());
        }
    }

    #[test]
    fn needless_groups_fall_away() {
        assert_eq!(through("all (status is active)"), "status is active");
        assert_eq!(through("not not status is active"), "not not status is active");
        assert_eq!(through("status is active and everything"), "status is active");
    }

    #[test]
    fn what_is_not_complete_is_told_and_left_out_of_the_count() {
        let mut draft = Draft::read(&"status is active".parse().expect("reads"));
        let first = draft.add_condition(Draft::ROOT).expect("a group");
        let second = draft.add_group(Draft::ROOT).expect("a group");
        let mistake = Mistake { value: 0, kind: MistakeKind::Missing };
        assert_eq!(draft.write(), Err(vec![(first, mistake), (second, mistake)]));
        assert_eq!(draft.complete().to_string(), "status is active");
        draft.change(second, |condition| condition.set_value(0, "Alpine".to_owned()));
        assert_eq!(draft.remove(first), draft.parent(second));
        let written = draft.write().expect("complete");
        assert_eq!(written.to_string(), "status is active and account contains Alpine");
    }

    #[test]
    fn groups_can_be_nested_only_so_deep() {
        let mut draft = Draft::read(&Filter::default());
        let mut group = Draft::ROOT;
        let mut levels = 1;
        while draft.can_nest(group) {
            let condition = draft.add_group(group).expect("a group");
            group = draft.parent(condition).expect("it stands in a group");
            levels += 1;
        }
        assert_eq!(levels, DEEPEST_GROUP);
        draft.remove(draft.group(Draft::ROOT).expect("the root").parts[0]);
        assert_eq!((draft.nodes.len(), draft.is_untouched()), (1, false));
        draft.add_condition(Draft::ROOT);
        assert!(draft.is_untouched());
    }
}

//! Names and roles of accounts.

use app::admin::Role;

/// The role as the store knows it.
pub(crate) const fn to_store(role: Role) -> store::Role {
    match role {
        Role::Reader => store::Role::Reader,
        Role::Analyst => store::Role::Analyst,
        Role::Administrator => store::Role::Administrator,
    }
}

/// The name that others read; without one, the name to sign in with.
pub(crate) fn shown_name(given: &str, name: &str) -> String {
    let given: String = given.trim().chars().filter(|c| !c.is_control()).take(100).collect();
    if given.is_empty() { name.to_owned() } else { given }
}

/// Names have 2 to 60 letters, digits, dots, dashes, underscores and at signs.
pub(crate) fn is_name(name: &str) -> bool {
    let allowed = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '@');
    (2..=60).contains(&name.chars().count()) && name.chars().all(allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain_and_short() {
        for good in ["lan", "minh.tran", "nguyễn-văn-an", "a1", "so.noi.vu@nghean"] {
            assert!(is_name(good), "{good}");
        }
        for bad in ["", "a", "a b", "a/b", "<b>", "a\n", &"a".repeat(61)] {
            assert!(!is_name(bad), "{bad}");
        }
    }
}

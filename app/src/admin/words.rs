//! What the admin pages and of editions say.

use super::Role;
use messages::Msg;

pub(super) use messages::admin::{catalogue::*, common::*, draft::*, figure::*, method::*, upload::*};

/// What an account may do.
pub(super) const fn role(role: Role) -> Msg {
    match role {
        Role::Reader => ROLE_READER,
        Role::Analyst => ROLE_ANALYST,
        Role::Administrator => ROLE_ADMINISTRATOR,
    }
}

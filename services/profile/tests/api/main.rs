//! Profile as its callers see it.

mod addresses;
mod admin_actions;
mod authenticator;
mod authorization;
mod catalogue;
mod client_policy;
mod client_usage;
mod codes;
mod device;
mod factors;
mod first_admin;
mod hostile;
mod identities;
mod me;
mod openapi;
mod outage;
mod passwords;
mod sessions;
mod subject;
mod support;
mod teachers;
mod upkeep;
mod user_imports;
mod users;
mod v1;

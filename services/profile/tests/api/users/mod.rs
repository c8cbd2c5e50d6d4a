mod change_role;
mod delete;
mod factors;
mod list;
mod register;
mod sessions;
mod show;
mod status;

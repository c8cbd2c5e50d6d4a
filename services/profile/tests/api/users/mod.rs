mod change_role;
mod register;
mod show;

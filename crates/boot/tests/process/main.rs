//! A real process, as the supervisor sees it: started, asked, disturbed, stopped.

mod authority;
mod internal;
mod life;
mod support;
mod unread;

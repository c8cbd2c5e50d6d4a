mod link;
mod list;

mod differences;
mod list;
mod put;
mod step;
mod versions;

mod recordings;
mod step;

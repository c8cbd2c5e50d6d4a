mod change;
mod new;
mod reset;

mod preview;
mod put;
mod starter_pack;

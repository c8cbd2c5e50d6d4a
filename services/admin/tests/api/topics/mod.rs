mod step;

"""One controller per page of the console: state -> widget, and what a person asks -> desk."""

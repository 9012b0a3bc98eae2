"""The console: passive pages, made of the controls of `widgets.controls`."""

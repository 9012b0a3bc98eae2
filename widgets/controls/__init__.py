"""The controls of the console, each in its own module and painted as the design shows them.

Every control leaves `look.RING` free inside its own rectangle for its focus ring, asks its
window for the look when it paints, and says with a signal only what a person did: setters are
silent. A name and a role for who cannot see it are part of the control.
"""

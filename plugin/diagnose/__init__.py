"""What happened: detectors see, the precedence table decides. Pure."""

"""`python -m nhscuts_pipeline.cli`, for where the `nhscuts` script is not on the path."""

from nhscuts_pipeline.cli.main import main

if __name__ == "__main__":
    main()

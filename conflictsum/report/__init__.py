"""A summary for people to read: in the terminal (``terminal``) and as Markdown (``markdown``)."""

"""Pages as files, which no server has to make: their HTML, a whole site, a lesson."""

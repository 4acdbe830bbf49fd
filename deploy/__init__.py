"""What puts Frontdesk on Google Cloud, or beside Google's emulators."""

"""What an article costs in time of one core, and what the running bot takes of memory."""

# Konten: der Baum und was dazugehört.

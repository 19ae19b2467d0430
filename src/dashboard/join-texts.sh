# The texts of a language as one file: one request at the start, not one for each file that they are written in.
set -eu
for language in "$TRUNK_STAGING_DIR"/locales/*/; do
  cd "$language"
  for file in *.ftl; do
    # What a host fills.
    [ "$file" != wording.ftl ] || continue
    cat "$file"
    echo
    rm "$file"
  done > texts
  mv texts texts.ftl
done

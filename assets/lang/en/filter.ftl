# The words of the filter itself (device:, age:>90d, yes, never, ...) are the same in every language.

# What stands for something else in a form.
filter-some-word = { $before }word
filter-some-name = { $before }NAME

# The help beside the filter line, and what each form asks: at most 29 columns.
filter-help = Words, all of which must hold:
filter-form-contains = device or mirror contains it
filter-form-device = whole name; * and ? are open
filter-form-mirror = the same for named mirrors
filter-form-age = last report; s, min, h, d, w
filter-form-yes-or-no = yes or no, as for marked:
filter-form-version = > < >= <= = a number; or none
filter-form-size = the same in bytes, k or M
filter-form-not = the contrary of any of these

# What is wrong with a filter.
filter-problem = “{ $word }” at { $at }: { $what }
filter-see-above = ⚠ see above: at { $at }
filter-not-understood = the filter is not understood: { $problem }
filter-quote-open = the quote is not closed: "
filter-quote-empty = there is nothing between the quotes
filter-not-what = the word that is not to hold is missing, as in -mirror:keep*
filter-no-value = { $field }: wants a value, as in { $example }
filter-no-name = a name beside the comma is missing, as in { $example }
filter-yes-or-no = { $field } is yes or no, as in { $field }:yes
filter-did-you-mean = no field is named so; did you mean { $field }: ?
filter-no-field = no field is named so; there are { $fields }; a name with a colon stands in quotes
filter-age-relation = age wants > or < before the time, as in age:>90d or age:<2h
filter-age-number = age wants a number, as in age:>90d or age:<2h
filter-age-unit = age wants one of s, min, h, d, w, as in age:>90d or age:<2h
filter-size-number = size wants a number, as in size:>4k
filter-size-unit = size wants bytes, k or M, as in size:>4k
filter-version = version wants a number or none, as in version:>10

# The filter of the devices pane.
filter-fuzzy-too-long = a fuzzy text has at most { $most } characters
filter-description = desc:text finds descriptions that contain the text
filter-property = prop:key, prop:key=value (equal) or prop:key:value (contains), up to three by commas
filter-property-character = the service takes no special character here but : = , - _
filter-property-most = at most three properties in one search
filter-property-key = a condition needs a key: prop:key=value
filter-property-value = a value must follow : or =, or leave them out

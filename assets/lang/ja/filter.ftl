# The words of the filter itself (device:, age:>90d, yes, never, ...) are the same in every language.

# What stands for something else in a form.
filter-some-word = { $before }語句
filter-some-name = { $before }名前

# The help beside the filter line, and what each form asks: at most 29 columns.
filter-help = 次の条件をすべて満たすもの:
filter-form-contains = デバイスかミラーの名前に含む
filter-form-device = 名前全体、* と ? は任意の字
filter-form-mirror = 同上、名前付きミラーのみ
filter-form-age = 最終報告、単位 s min h d w
filter-form-yes-or-no = yes か no、marked: も同じ
filter-form-version = > < >= <= = 数、または none
filter-form-size = 同上、バイトか k、M
filter-form-not = 上のどれでもその反対

# What is wrong with a filter.
filter-problem = { $at }文字目の「{ $word }」: { $what }
filter-see-above = ⚠ 上を参照: { $at }文字目
filter-not-understood = フィルターを解釈できません。{ $problem }
filter-quote-open = 引用符(")が閉じていません
filter-quote-empty = 引用符の中が空です
filter-not-what = 反対にする条件がありません。例: -mirror:keep*
filter-no-value = { $field }: の後に値が必要です。例: { $example }
filter-no-name = コンマの隣に名前がありません。例: { $example }
filter-yes-or-no = { $field } は yes か no です。例: { $field }:yes
filter-did-you-mean = その項目はありません。{ $field }: ではありませんか?
filter-no-field = その項目はありません。使える項目: { $fields }。コロンを含む名前は引用符で囲みます
filter-age-relation = age は時間の前に > か < が必要です。例: age:>90d、age:<2h
filter-age-number = age は数が必要です。例: age:>90d、age:<2h
filter-age-unit = age の単位は s、min、h、d、w です。例: age:>90d、age:<2h
filter-size-number = size は数が必要です。例: size:>4k
filter-size-unit = size の単位はバイトか k、M です。例: size:>4k
filter-version = version は数か none です。例: version:>10

# The filter of the devices pane.
filter-fuzzy-too-long = あいまい検索の語は{ $most }文字までです
filter-description = desc:語 でその語を含む説明を探します
filter-property = prop:キー、prop:キー=値(一致)、prop:キー:値(含む)、コンマで3つまで
filter-property-character = ここで使える記号は : = , - _ だけです
filter-property-most = 一度に検索できるプロパティは3つまでです
filter-property-key = 条件にはキーが必要です。prop:キー=値
filter-property-value = : か = の後に値を書くか、記号を外してください

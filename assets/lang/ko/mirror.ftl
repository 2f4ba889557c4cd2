# The pane and its rows.
mirror-title = 미러
mirror-title-of = { $device }의 미러
mirror-deleting = 삭제 중…
mirror-restoring = 복원 중…
mirror-unknown = ⚠ 결과 불명
mirror-none = 없음
mirror-not-read = ⚠ 읽지 못함
mirror-came-back = 되살아남
mirror-back = 복귀

# Below the rows or in place of them.
mirror-no-match = “{ $text }” 포함 미러가 없습니다.
mirror-device-gone = 이 디바이스는 이제 없습니다
mirror-failed = 미러를 읽지 못했습니다
mirror-reading = … 이름 있는 미러 읽는 중
mirror-unusable = ⚠ 목록의 { $count }건은 쓸 수 있는 이름이 아닙니다
# The mirror without a name, where a named one could stand (DEFAULT_MIRRORS in src/model/text.rs).
mirror-default = default(이름 없음)

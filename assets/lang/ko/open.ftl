# What earlier runs left open.
open-finding-out = 이전 실행이 남긴 것을 아직 확인하고 있습니다. 잠시 뒤 다시 시도하십시오
open-waiting = 이전 실행의 결과 불명 { $count }건: { KEY("devices/trash", "t") }에서 보고, 거기서 { KEY("trash/read-again", "r") }로 다시 확인합니다
open-more = { $last }; 이전 실행의 것 { $count }건 더 있음: { KEY("devices/tasks", "T") }와 { KEY("devices/trash", "t") }에서 볼 수 있습니다
open-beside = { $said }; { $words }
open-beside-earlier = { $said }; 이전 실행: { $words }
open-deletion = { $word } { $target } ({ $began } 삭제): { $reason }
open-restore = { $word } { $target } ({ $began } 복원): { $reason }

# Another look, or none.
open-looking = { $target } 다시 확인 중
open-strange-account = { $target }: 다른 계정의 것입니다({ $source }, 키 { $key }). 그 계정으로 mirrordeck을 시작해 다시 확인하십시오
open-closed = 목록에서 뺐습니다. 사본은 휴지통에 남습니다
open-stays = 목록에 남습니다: { $problem }

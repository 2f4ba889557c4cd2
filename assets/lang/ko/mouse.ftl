# 무언가를 바꾸는 버튼을 클릭했을 때의 안내
mouse-delete = 클릭으로는 삭제되지 않습니다. 삭제 버튼에서 Enter를 누르면 삭제하고, Esc는 미러를 유지합니다
mouse-restore = 클릭으로는 복원되지 않습니다. 버튼에서 Enter를 누르면 복원하고, Esc는 아무것도 바꾸지 않습니다
mouse-leave = 클릭으로는 종료되지 않습니다. 종료 버튼에서 Enter를 누르면 종료하고, Esc는 머무릅니다
mouse-palette = 이 동작은 클릭으로 실행되지 않습니다. { KEY("palette/accept", "Enter") } 실행, { KEY("palette/cancel", "Esc") } 닫기

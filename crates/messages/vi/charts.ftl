### Texts in pictures that do not come from the models.

nothing = Không có số liệu
incomplete = Không đủ số liệu cả hai bên: { $provinces }.
class-count = : { $count } tỉnh, thành phố
gap = không có số liệu
gap-two-lines = không có{"\u000A"}số liệu
gap-three-lines = không{"\u000A"}có{"\u000A"}số liệu
